//! Phrases as one machine that reads a text once, word by word.
//!
//! Every phrase becomes nodes of a nondeterministic automaton (Thompson's construction); all of them are walked
//! side by side, each node at most once a word. So the work is bounded by words times nodes, whatever the
//! phrases and whatever the text.

use super::words::{Kind, Speller, Token};
use crate::content::lexicon::{Phrase, Piece};
use crate::content::pattern::{Edge, Spelled};
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

type NodeId = usize;
type SetId = u32;

/// What somebody listens for: its number, and who may be told to leave words alone, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rule {
    pub(super) number: usize,
    pub(super) bit: u16,
}

/// Where a rule was heard, in tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heard {
    pub(super) rule: usize,
    pub(super) at: Range<usize>,
}

#[derive(Debug, Clone)]
enum Node {
    /// A word of this set.
    Word(SetId, NodeId),
    /// Any word.
    Any(NodeId),
    /// A comma.
    Comma(NodeId),
    /// A word of a gap, or a comma that stays in it.
    Gap { word: NodeId, comma: NodeId },
    /// Holds at certain places only.
    Edge(Edge, NodeId),
    /// Both ways.
    Split(Vec<NodeId>),
    /// All of it was heard.
    Heard,
}

/// A way in: the first word may be taken by this node, at such a place.
#[derive(Debug, Clone, Copy)]
struct Start {
    node: NodeId,
    edge: Option<Edge>,
}

/// The machine.
#[derive(Debug, Clone, Default)]
pub(super) struct Machine {
    nodes: Vec<Node>,
    /// The rule each node belongs to.
    rules: Vec<Rule>,
    of: Vec<usize>,
    vocabulary: Vocabulary,
    by_set: Vec<Vec<Start>>,
    by_any: Vec<Start>,
}

impl Machine {
    /// Builds the machine of these rules.
    pub(super) fn new<'a>(
        speller: &Speller,
        rules: impl IntoIterator<Item = (Rule, &'a Phrase)>,
    ) -> Self {
        let mut builder = Builder {
            speller,
            machine: Self::default(),
            folded: HashMap::new(),
        };
        for (rule, phrase) in rules {
            builder.machine.rules.push(rule);
            let end = builder.node(Node::Heard);
            let entry = builder.phrase(phrase, end);
            builder.enter(entry);
        }
        builder.machine
    }

    /// Whether any phrase has this very word.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.vocabulary.whole.contains_key(word)
    }

    /// Everything that is heard in these tokens. `deaf` tells for a token which bits leave it alone.
    pub(super) fn listen(&self, tokens: &[Token], speller: &Speller, deaf: &[u16]) -> Vec<Heard> {
        let edges = Edges { tokens, speller };
        let mut walk = Walk {
            machine: self,
            edges,
            seen: vec![usize::MAX; self.nodes.len()],
            heard: Vec::new(),
        };
        let mut now: Vec<(NodeId, usize)> = Vec::new();
        let mut next = Vec::new();
        let mut sets = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            let left = deaf.get(at).copied().unwrap_or_default();
            next.clear();
            match &token.kind {
                Kind::Word(word) => {
                    self.vocabulary.sets_of(word, &mut sets);
                    for &(node, start) in &now {
                        if let Some(to) = self.takes(node, &sets)
                            && self.rule_of(node).bit & left == 0
                        {
                            walk.go(to, start, at + 1, &mut next);
                        }
                    }
                    let by_set = sets.iter().filter_map(|set| self.by_set.get(*set as usize));
                    for start in by_set.flatten().chain(&self.by_any) {
                        if let Some(to) = self.takes(start.node, &sets)
                            && start.edge.is_none_or(|edge| walk.edges.hold(edge, at))
                            && self.rule_of(start.node).bit & left == 0
                        {
                            walk.go(to, at, at + 1, &mut next);
                        }
                    }
                }
                Kind::Comma => {
                    for &(node, start) in &now {
                        if let Some(Node::Comma(to) | Node::Gap { comma: to, .. }) =
                            self.nodes.get(node)
                        {
                            walk.go(*to, start, at + 1, &mut next);
                        }
                    }
                }
                Kind::Stop { .. } | Kind::Quote => {}
            }
            std::mem::swap(&mut now, &mut next);
        }
        walk.heard
    }

    fn takes(&self, node: NodeId, sets: &[SetId]) -> Option<NodeId> {
        match self.nodes.get(node)? {
            Node::Word(set, next) => sets.binary_search(set).is_ok().then_some(*next),
            Node::Any(next) | Node::Gap { word: next, .. } => Some(*next),
            _ => None,
        }
    }

    fn rule_of(&self, node: NodeId) -> Rule {
        let rule = self.of.get(node).and_then(|rule| self.rules.get(*rule));
        rule.copied().unwrap_or(Rule {
            number: usize::MAX,
            bit: 0,
        })
    }
}

/// One walk over a text.
struct Walk<'a> {
    machine: &'a Machine,
    edges: Edges<'a>,
    /// The place at which a node was reached last.
    seen: Vec<usize>,
    heard: Vec<Heard>,
}

impl Walk<'_> {
    /// Goes on to a node before the token at `at`, and everywhere that leads to without a word.
    fn go(&mut self, node: NodeId, start: usize, at: usize, next: &mut Vec<(NodeId, usize)>) {
        let mut open = vec![node];
        while let Some(node) = open.pop() {
            match self.seen.get_mut(node) {
                Some(seen) if *seen != at => *seen = at,
                _ => continue,
            }
            match self.machine.nodes.get(node) {
                Some(Node::Split(ways)) => open.extend(ways.iter().rev()),
                Some(Node::Edge(edge, to)) if self.edges.hold(*edge, at) => open.push(*to),
                Some(Node::Heard) => self.heard.push(Heard {
                    rule: self.machine.rule_of(node).number,
                    at: start..at,
                }),
                Some(Node::Edge(..)) | None => {}
                Some(_) => next.push((node, start)),
            }
        }
    }
}

/// Where clauses and sentences begin and end.
struct Edges<'a> {
    tokens: &'a [Token],
    speller: &'a Speller,
}

impl Edges<'_> {
    fn hold(&self, edge: Edge, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|at| self.tokens.get(at));
        let opener = |token: &Token| token.word().is_some_and(|word| self.speller.opens(word));
        match edge {
            Edge::Sentence => before.is_none_or(|token| matches!(token.kind, Kind::Stop { .. })),
            Edge::Clause => before.is_none_or(|token| token.word().is_none() || opener(token)),
            Edge::End => self
                .tokens
                .get(at)
                .is_none_or(|token| token.word().is_none() || opener(token)),
        }
    }
}

/// Which sets a word belongs to.
#[derive(Debug, Clone, Default)]
struct Vocabulary {
    whole: HashMap<String, Vec<SetId>>,
    begins: HashMap<String, Vec<SetId>>,
    ends: HashMap<String, Vec<SetId>>,
    sets: HashMap<BTreeSet<(u8, String)>, SetId>,
}

impl Vocabulary {
    fn set(&mut self, words: BTreeSet<(u8, String)>) -> SetId {
        if let Some(set) = self.sets.get(&words) {
            return *set;
        }
        let set = SetId::try_from(self.sets.len()).unwrap_or(SetId::MAX);
        for (kind, word) in &words {
            let table = match kind {
                0 => &mut self.whole,
                1 => &mut self.begins,
                _ => &mut self.ends,
            };
            table.entry(word.clone()).or_default().push(set);
        }
        self.sets.insert(words, set);
        set
    }

    /// The sets a word belongs to, in order.
    fn sets_of(&self, word: &str, sets: &mut Vec<SetId>) {
        sets.clear();
        sets.extend(self.whole.get(word).into_iter().flatten());
        if !self.begins.is_empty() || !self.ends.is_empty() {
            for (at, _) in word.char_indices().skip(1) {
                let (head, tail) = word.split_at(at);
                sets.extend(self.begins.get(head).into_iter().flatten());
                sets.extend(self.ends.get(tail).into_iter().flatten());
            }
            sets.extend(self.begins.get(word).into_iter().flatten());
        }
        sets.sort_unstable();
        sets.dedup();
    }
}

/// The single words of a phrase as one set, and the rest of it.
type Folded = (Option<SetId>, Vec<Several>);

/// More than one word.
#[derive(Debug, Clone)]
enum Several {
    Pieces(Vec<Piece>),
    /// What one written word stands for.
    Words(Vec<String>),
}

struct Builder<'a> {
    speller: &'a Speller,
    machine: Machine,
    /// Classes that were folded before, by where they live.
    folded: HashMap<*const Phrase, Folded>,
}

impl Builder<'_> {
    fn node(&mut self, node: Node) -> NodeId {
        self.machine.nodes.push(node);
        self.machine
            .of
            .push(self.machine.rules.len().saturating_sub(1));
        self.machine.nodes.len() - 1
    }

    /// The nodes of a phrase that leads on to `next`; answers the first of them.
    fn phrase(&mut self, phrase: &Phrase, next: NodeId) -> NodeId {
        let folded = self.fold(phrase);
        self.either(&folded, next)
    }

    fn either(&mut self, (set, several): &Folded, next: NodeId) -> NodeId {
        let mut ways = Vec::new();
        if let Some(set) = set {
            ways.push(self.node(Node::Word(*set, next)));
        }
        for several in several {
            ways.push(match several {
                Several::Pieces(pieces) => self.sequence(pieces, next),
                Several::Words(words) => self.words(words, next),
            });
        }
        match ways.as_slice() {
            [one] => *one,
            _ => self.node(Node::Split(ways)),
        }
    }

    fn words(&mut self, words: &[String], next: NodeId) -> NodeId {
        words.iter().rev().fold(next, |next, word| {
            let set = BTreeSet::from([(0, word.clone())]);
            let set = self.machine.vocabulary.set(set);
            self.node(Node::Word(set, next))
        })
    }

    fn sequence(&mut self, pieces: &[Piece], next: NodeId) -> NodeId {
        let mut next = next;
        for piece in pieces.iter().rev() {
            next = self.piece(piece, next);
        }
        next
    }

    fn piece(&mut self, piece: &Piece, next: NodeId) -> NodeId {
        match piece {
            Piece::Word(words) => {
                let phrase: Phrase = words
                    .iter()
                    .map(|word| vec![Piece::Word(vec![word.clone()])])
                    .collect();
                self.phrase(&phrase, next)
            }
            Piece::Phrase(phrase) => {
                let key = Arc::as_ptr(phrase);
                let folded = match self.folded.get(&key) {
                    Some(folded) => folded.clone(),
                    None => self.fold(phrase),
                };
                self.folded.insert(key, folded.clone());
                self.either(&folded, next)
            }
            Piece::Any => self.node(Node::Any(next)),
            Piece::Gap(words) => {
                let comma = self.node(Node::Comma(next));
                let mut at = self.node(Node::Split(vec![next, comma]));
                for _ in 0..*words {
                    // A comma doesn't count: it leads back to before this word.
                    let here = self.node(Node::Split(Vec::new()));
                    let gap = self.node(Node::Gap {
                        word: at,
                        comma: here,
                    });
                    self.set_ways(here, vec![next, gap]);
                    at = here;
                }
                at
            }
            Piece::Rest => {
                let here = self.node(Node::Split(Vec::new()));
                let gap = self.node(Node::Gap {
                    word: here,
                    comma: here,
                });
                self.set_ways(here, vec![next, gap]);
                here
            }
            Piece::Comma => {
                let comma = self.node(Node::Comma(next));
                self.node(Node::Split(vec![next, comma]))
            }
            Piece::Edge(edge) => self.node(Node::Edge(*edge, next)),
            Piece::Maybe(piece) => {
                let with = self.piece(piece, next);
                self.node(Node::Split(vec![next, with]))
            }
            Piece::Repeated(piece) => {
                let here = self.node(Node::Split(Vec::new()));
                let once = self.piece(piece, here);
                self.set_ways(here, vec![next, once]);
                here
            }
        }
    }

    fn set_ways(&mut self, node: NodeId, ways: Vec<NodeId>) {
        if let Some(node) = self.machine.nodes.get_mut(node) {
            *node = Node::Split(ways);
        }
    }

    /// Parts a phrase into single words, which become one set, and the rest.
    fn fold(&mut self, phrase: &Phrase) -> Folded {
        let mut words = BTreeSet::new();
        let mut rest = Vec::new();
        self.sort(phrase, &mut words, &mut rest);
        let set = (!words.is_empty()).then(|| self.machine.vocabulary.set(words));
        (set, rest)
    }

    fn sort(&self, phrase: &Phrase, words: &mut BTreeSet<(u8, String)>, rest: &mut Vec<Several>) {
        for sequence in phrase {
            match sequence.as_slice() {
                [Piece::Word(spelled)] => {
                    for word in spelled {
                        match self.spelled(word) {
                            Ok(word) => {
                                words.insert(word);
                            }
                            Err(several) => rest.push(Several::Words(several)),
                        }
                    }
                }
                [Piece::Phrase(inner)] => self.sort(inner, words, rest),
                _ => rest.push(Several::Pieces(sequence.clone())),
            }
        }
    }

    /// A word of the lexicon as texts are read, or the several it stands for.
    fn spelled(&self, word: &Spelled) -> Result<(u8, String), Vec<String>> {
        let whole = match word {
            Spelled::Begins(word) => return Ok((1, word.clone())),
            Spelled::Ends(word) => return Ok((2, word.clone())),
            Spelled::Whole(word) => word,
        };
        let parts = whole.split('-').filter(|part| !part.is_empty());
        let mut words: Vec<String> = parts
            .flat_map(|part| self.speller.spelled(part, |_| true))
            .collect();
        match words.len() {
            1 => Ok((0, words.remove(0))),
            _ => Err(words),
        }
    }

    /// Writes down with which words a phrase can begin.
    fn enter(&mut self, entry: NodeId) {
        let mut open: Vec<(NodeId, Option<Edge>)> = vec![(entry, None)];
        let mut seen = BTreeSet::new();
        while let Some((node, edge)) = open.pop() {
            if !seen.insert((node, edge.is_some())) {
                continue;
            }
            let start = Start { node, edge };
            match self.machine.nodes.get(node) {
                Some(Node::Word(set, _)) => {
                    let at = *set as usize;
                    let by_set = &mut self.machine.by_set;
                    if by_set.len() <= at {
                        by_set.resize_with(at + 1, Vec::new);
                    }
                    if let Some(starts) = by_set.get_mut(at) {
                        starts.push(start);
                    }
                }
                Some(Node::Any(_) | Node::Gap { .. }) => self.machine.by_any.push(start),
                Some(Node::Split(ways)) => open.extend(ways.iter().map(|way| (*way, edge))),
                Some(Node::Edge(edge, to)) => open.push((*to, Some(*edge))),
                Some(Node::Comma(_) | Node::Heard) | None => {}
            }
        }
    }
}
