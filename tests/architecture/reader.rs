//! Rust source as tokens: comments gone, test modules gone, every token with its line.

/// One token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) line: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name, a keyword or a number.
    Word(String),
    /// A string or character literal, its escapes undone as far as the rules care.
    Text(String),
    /// `::`.
    Colons,
    /// Any other sign.
    Sign(char),
}

impl Token {
    pub(crate) fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    pub(crate) fn is(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }

    pub(crate) fn is_word(&self, word: &str) -> bool {
        self.word() == Some(word)
    }
}

/// One source file.
pub(crate) struct Source {
    /// Its path from the package's folder, with `/` between the parts.
    pub(crate) path: String,
    pub(crate) text: String,
    /// Its tokens without what stands under `#[cfg(test)]`.
    pub(crate) tokens: Vec<Token>,
    /// All of its tokens.
    pub(crate) all: Vec<Token>,
    /// A test itself: under `tests/` or `benches/`, or a module that is declared under `#[cfg(test)]`.
    pub(crate) is_test: bool,
    test_modules: Vec<String>,
}

impl Source {
    pub(crate) fn new(path: &str, text: &str) -> Self {
        let all = tokens(text);
        let (tokens, test_modules) = without_tests(&all);
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
            tokens,
            all,
            is_test: !path.starts_with("src/"),
            test_modules,
        }
    }

    /// Its module path: `src/flow/page.rs` is `flow`, `page`.
    pub(crate) fn module(&self) -> Vec<String> {
        let inner = self.path.trim_start_matches("src/").trim_end_matches(".rs");
        inner
            .split('/')
            .filter(|part| !["mod", "lib", "main"].contains(part))
            .map(str::to_owned)
            .collect()
    }

    /// The room it stands in: the first part of its module path, or `main` or `lib`.
    pub(crate) fn room(&self) -> &str {
        let inner = self.path.trim_start_matches("src/").trim_end_matches(".rs");
        inner.split('/').next().unwrap_or_default()
    }

    /// Whether it stands under one of these paths: a folder, or a file without its `.rs`.
    pub(crate) fn is_under(&self, paths: &[&str]) -> bool {
        paths.iter().any(|path| {
            self.path
                .strip_prefix(path)
                .is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
        })
    }

    /// Paths without `.rs` of the modules it declares under `#[cfg(test)]`.
    pub(crate) fn test_modules(&self) -> Vec<String> {
        let stem = self.path.trim_end_matches(".rs");
        let folder = ["/mod", "/lib", "/main"]
            .iter()
            .find_map(|end| stem.strip_suffix(end))
            .unwrap_or(stem);
        self.test_modules
            .iter()
            .map(|name| format!("{folder}/{name}"))
            .collect()
    }
}

/// Index behind the bracket that closes the one at `open`.
pub(crate) fn behind(tokens: &[Token], open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        match token.kind {
            Kind::Sign('(' | '[' | '{') => depth += 1,
            Kind::Sign(')' | ']' | '}') => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    tokens.len()
}

/// Index behind the attribute that begins at `at`, if one does.
pub(crate) fn attribute(tokens: &[Token], at: usize) -> Option<usize> {
    let open = at + 1 + usize::from(tokens.get(at + 1)?.is('!'));
    (tokens.get(at)?.is('#') && tokens.get(open)?.is('[')).then(|| behind(tokens, open))
}

/// What is left without items under `#[cfg(test)]`, and the names of the modules declared there.
fn without_tests(all: &[Token]) -> (Vec<Token>, Vec<String>) {
    let (mut left, mut modules) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < all.len() {
        let end = attribute(all, at).unwrap_or(at);
        if end == at || !is_cfg_test(&all[at..end]) {
            left.push(all[at].clone());
            at += 1;
            continue;
        }
        let item = item_end(all, end);
        if let [.., name, semicolon] = &all[end..item]
            && semicolon.is(';')
            && let Some(name) = name.word()
        {
            modules.push(name.to_owned());
        }
        at = item;
    }
    (left, modules)
}

fn is_cfg_test(attribute: &[Token]) -> bool {
    let words: Vec<&str> = attribute.iter().filter_map(Token::word).collect();
    words.first() == Some(&"cfg") && words.contains(&"test") && !words.contains(&"not")
}

/// Index behind the item that begins at `at`, its attributes included.
fn item_end(tokens: &[Token], mut at: usize) -> usize {
    while let Some(end) = attribute(tokens, at) {
        at = end;
    }
    while let Some(token) = tokens.get(at) {
        match token.kind {
            Kind::Sign(';') => return at + 1,
            Kind::Sign('{') => return behind(tokens, at),
            Kind::Sign('(' | '[') => at = behind(tokens, at),
            _ => at += 1,
        }
    }
    at
}

/// All tokens of a text.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut reader = Reader {
        signs: text.chars().collect(),
        at: 0,
        line: 1,
        tokens: Vec::new(),
    };
    while reader.at < reader.signs.len() {
        reader.next();
    }
    reader.tokens
}

struct Reader {
    signs: Vec<char>,
    at: usize,
    line: usize,
    tokens: Vec<Token>,
}

impl Reader {
    fn peek(&self, on: usize) -> char {
        self.signs.get(self.at + on).copied().unwrap_or('\0')
    }

    fn take(&mut self) -> char {
        let sign = self.peek(0);
        self.at += 1;
        self.line += usize::from(sign == '\n');
        sign
    }

    fn push(&mut self, kind: Kind, line: usize) {
        self.tokens.push(Token { kind, line });
    }

    fn next(&mut self) {
        let line = self.line;
        match (self.peek(0), self.peek(1)) {
            ('/', '/') => while self.at < self.signs.len() && self.take() != '\n' {},
            ('/', '*') => self.comment(),
            ('"', _) => self.text(),
            ('\'', _) => self.quote(),
            (':', ':') => {
                self.at += 2;
                self.push(Kind::Colons, line);
            }
            (sign, _) if sign.is_whitespace() => {
                self.take();
            }
            (sign, _) if sign.is_alphanumeric() || sign == '_' => self.word(),
            _ => {
                let sign = self.take();
                self.push(Kind::Sign(sign), line);
            }
        }
    }

    fn comment(&mut self) {
        let mut depth = 0_usize;
        while self.at < self.signs.len() {
            match (self.take(), self.peek(0)) {
                ('/', '*') => depth += 1,
                ('*', '/') => depth -= 1,
                _ => continue,
            }
            self.take();
            if depth == 0 {
                return;
            }
        }
    }

    fn word(&mut self) {
        let line = self.line;
        let mut word = String::new();
        while self.peek(0).is_alphanumeric() || self.peek(0) == '_' {
            word.push(self.take());
        }
        let prefix = ["r", "b", "c", "br", "cr"].contains(&word.as_str());
        let hashes = (0..).take_while(|on| self.peek(*on) == '#').count();
        match self.peek(hashes) {
            '"' if prefix && word.ends_with('r') => self.raw(hashes),
            '"' if prefix && hashes == 0 => self.text(),
            '\'' if word == "b" => self.quote(),
            // A raw name: the word follows.
            _ if word == "r" && hashes == 1 => self.at += 1,
            _ => self.push(Kind::Word(word), line),
        }
    }

    fn raw(&mut self, hashes: usize) {
        let line = self.line;
        self.at += hashes + 1;
        let mut text = String::new();
        while self.at < self.signs.len() {
            let sign = self.take();
            if sign == '"' && (0..hashes).all(|on| self.peek(on) == '#') {
                self.at += hashes;
                break;
            }
            text.push(sign);
        }
        self.push(Kind::Text(text), line);
    }

    fn text(&mut self) {
        let line = self.line;
        self.take();
        let mut text = String::new();
        while self.at < self.signs.len() {
            match self.take() {
                '"' => break,
                '\\' => self.escape(&mut text),
                sign => text.push(sign),
            }
        }
        self.push(Kind::Text(text), line);
    }

    fn escape(&mut self, text: &mut String) {
        match self.take() {
            'n' => text.push('\n'),
            '\n' => {
                while self.peek(0).is_whitespace() {
                    self.take();
                }
            }
            sign => text.push(sign),
        }
    }

    /// A character literal or a lifetime.
    fn quote(&mut self) {
        let line = self.line;
        self.take();
        if self.peek(0) == '\\' {
            // The escaped sign itself may be a quote.
            self.at += 2;
            while self.at < self.signs.len() && self.peek(0) != '\'' {
                self.take();
            }
        } else if self.peek(1) == '\'' {
            self.take();
        } else {
            return;
        }
        self.take();
        self.push(Kind::Text(String::new()), line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let source = Source::new("src/a.rs", text);
        let words = source.tokens.iter().filter_map(Token::word);
        words.map(str::to_owned).collect()
    }

    #[test]
    fn comments_and_strings_are_no_words() {
        let text =
            "a /* b /* c */ d */ // e\nf \"g \\\" h\" r#\"i \" j\"# b\"k\" 'l' '\\'' '\\\\' '\"' m";
        assert_eq!(words(text), ["a", "f", "m"]);
        assert_eq!(
            words("fn a<'b>(c: &'b d) -> r#type"),
            ["fn", "a", "b", "c", "b", "d", "type"]
        );
    }

    #[test]
    fn lines_are_counted_through_everything() {
        let text = "/* \n */ \"\n\\\n\" r\"\n\"\nx";
        assert_eq!(tokens(text).last().map(|token| token.line), Some(6));
    }

    #[test]
    fn test_modules_are_left_out_and_what_follows_stays() {
        let text = "a #[cfg(test)] #[allow(b)] mod tests { fn c() { d } } e #[cfg(test)] mod far; f \
                    #[cfg(not(test))] g #[cfg(test)] use h::{i}; j";
        let source = Source::new("src/room/mod.rs", text);
        let left: Vec<&str> = source.tokens.iter().filter_map(Token::word).collect();
        assert_eq!(left, ["a", "e", "f", "cfg", "not", "test", "g", "j"]);
        assert_eq!(source.test_modules(), ["src/room/far"]);
        assert_eq!(Source::new("src/a.rs", text).test_modules(), ["src/a/far"]);
    }

    #[test]
    fn a_file_knows_its_room_and_its_module() {
        let source = Source::new("src/flow/mod.rs", "");
        assert_eq!(
            (source.room(), source.module()),
            ("flow", vec!["flow".to_owned()])
        );
        assert_eq!(Source::new("src/main.rs", "").room(), "main");
        assert_eq!(
            Source::new("src/tui/river/grid.rs", "").module(),
            ["tui", "river", "grid"]
        );
        assert!(Source::new("src/runtime/env.rs", "").is_under(&["src/runtime/env"]));
        assert!(!Source::new("src/texture/a.rs", "").is_under(&["src/text"]));
    }
}
