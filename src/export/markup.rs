//! Elements written one after the other. What is open gets closed and every text is escaped, by construction.

use crate::text::clean;

/// Markup under construction.
#[derive(Debug, Default)]
pub(super) struct Markup {
    text: String,
    open: Vec<&'static str>,
}

impl Markup {
    /// Opens an element.
    pub(super) fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.text.push('<');
        self.text.push_str(name);
        for (attribute, value) in attributes {
            self.text.push(' ');
            self.text.push_str(attribute);
            self.text.push_str("=\"");
            escape(&clean(value), &mut self.text);
            self.text.push('"');
        }
        self.text.push('>');
        self.open.push(name);
    }

    /// Closes the element that was opened last.
    pub(super) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.text.push_str("</");
            self.text.push_str(name);
            self.text.push('>');
        }
    }

    /// An element with a text in it.
    pub(super) fn leaf(&mut self, name: &'static str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        self.text(text);
        self.close();
    }

    /// Text from anywhere.
    pub(super) fn text(&mut self, text: &str) {
        escape(&clean(text), &mut self.text);
    }

    /// Markup of floe's own, its style sheet, a line end: written as it is.
    pub(super) fn own(&mut self, text: &'static str) {
        self.text.push_str(text);
    }

    /// All of it, with everything closed.
    pub(super) fn whole(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.text
    }
}

fn escape(text: &str, into: &mut String) {
    for c in text.chars() {
        match c {
            '&' => into.push_str("&amp;"),
            '<' => into.push_str("&lt;"),
            '>' => into.push_str("&gt;"),
            '"' => into.push_str("&quot;"),
            '\'' => into.push_str("&#39;"),
            c => into.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_open_is_closed_and_texts_and_attributes_are_escaped() {
        let mut markup = Markup::default();
        markup.open("p", &[("title", "\"><b>")]);
        markup.open("em", &[]);
        markup.text("</em><script>'&\u{202e}\u{0}");
        assert_eq!(
            markup.whole(),
            "<p title=\"&quot;&gt;&lt;b&gt;\"><em>&lt;/em&gt;&lt;script&gt;&#39;&amp;\u{fffd}\u{fffd}</em></p>"
        );
    }
}
