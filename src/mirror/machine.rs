//! Phrases as one tree that is walked along a text once, word by word.
//!
//! What begins alike is walked together, and every part of a phrase is tried at most once at a place, however many
//! phrases have it. So the work is bounded by places times parts (times [`REACH`], for what may go on for long),
//! whatever the phrases and whatever the text.

use super::grammar::{Builder, Firsts, Part, PartId};
use super::reading::Reading;
use super::vocabulary::number;
use crate::content::lexicon::Phrase;
use crate::content::pattern::Edge;
use std::collections::HashMap;
use std::ops::Range;

type NodeId = u32;

/// Most tokens over which what is repeated, or the rest of a sentence inside parentheses, reaches.
pub(super) const REACH: usize = 200;
/// Most things heard in one text. Only a lexicon that means harm has more.
const MOST: usize = 200_000;

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

/// A place in the tree: the same parts lead here for every rule of the same bit.
#[derive(Debug, Clone, Default)]
struct Node {
    bit: u16,
    /// Reached by the rest of a sentence, which may go on.
    rests: bool,
    /// What may come next, and where that leads.
    ways: Vec<(PartId, NodeId)>,
    /// The rules of which all was heard.
    rules: Vec<usize>,
}

/// A way into the tree.
#[derive(Debug, Clone)]
struct Start {
    /// What has to hold there.
    edges: Vec<Edge>,
    part: PartId,
    to: NodeId,
}

/// The machine.
#[derive(Debug, Clone, Default)]
pub(super) struct Machine {
    nodes: Vec<Node>,
    starts: Vec<Start>,
    /// The starts that a word of a set can take, in order.
    by_set: Vec<Vec<u32>>,
    by_any: Vec<u32>,
}

/// A machine under construction.
#[derive(Default)]
struct Planting {
    machine: Machine,
    starts: HashMap<(u16, Vec<Edge>, PartId), u32>,
    ways: HashMap<(NodeId, PartId), NodeId>,
}

impl Machine {
    /// Builds the machine of these rules.
    pub(super) fn new<'a>(
        builder: &mut Builder<'a>,
        rules: impl IntoIterator<Item = (Rule, &'a Phrase)>,
    ) -> Self {
        let mut planting = Planting::default();
        for (rule, phrase) in rules {
            for sequence in builder.sequences(phrase) {
                planting.plant(builder, rule, &sequence);
            }
        }
        let mut machine = planting.machine;
        for starts in machine.by_set.iter_mut().chain([&mut machine.by_any]) {
            starts.sort_unstable();
            starts.dedup();
        }
        machine
    }

    /// Everything that is heard in a text. `deaf` tells for a token which bits leave it alone.
    pub(super) fn listen(&self, reading: &mut Reading<'_>, deaf: &[u16]) -> Vec<Heard> {
        let mut walk = Walk {
            machine: self,
            reading,
            deaf,
            coming: Vec::new(),
            seen: vec![0; self.nodes.len()],
            starts: Vec::new(),
            heard: Vec::new(),
        };
        walk.coming.resize_with(walk.reading.len() + 1, Vec::new);
        for at in 0..walk.coming.len() {
            walk.step(at);
        }
        walk.heard
    }

    #[cfg(test)]
    pub(super) fn size(&self) -> usize {
        let ways = self.nodes.iter().map(|node| node.ways.len() + 1);
        ways.sum::<usize>() + self.starts.len()
    }
}

impl Planting {
    /// Lets a sequence grow into the tree.
    fn plant(&mut self, builder: &Builder<'_>, rule: Rule, sequence: &[PartId]) {
        let edge = |part: &PartId| match builder.part(*part) {
            Some(Part::Edge(edge)) => Some(*edge),
            _ => None,
        };
        let edges: Vec<Edge> = sequence.iter().map_while(edge).collect();
        let Some((first, rest)) = sequence.get(edges.len()..).and_then(<[_]>::split_first) else {
            return;
        };
        let firsts = builder.firsts(sequence);
        let mut node = self.start(builder, rule.bit, edges, *first, &firsts);
        for part in rest {
            node = match self.ways.get(&(node, *part)) {
                Some(to) => *to,
                None => self.way(builder, rule.bit, node, *part),
            };
        }
        if let Some(node) = self.machine.nodes.get_mut(node as usize) {
            node.rules.push(rule.number);
        }
    }

    fn start(
        &mut self,
        builder: &Builder<'_>,
        bit: u16,
        edges: Vec<Edge>,
        part: PartId,
        firsts: &Firsts,
    ) -> NodeId {
        let key = (bit, edges.clone(), part);
        let at = match self.starts.get(&key) {
            Some(at) => *at,
            None => {
                let to = self.node(builder, bit, part);
                let at = number(self.machine.starts.len());
                self.machine.starts.push(Start { edges, part, to });
                self.starts.insert(key, at);
                at
            }
        };
        if firsts.any {
            self.machine.by_any.push(at);
        }
        for set in &firsts.sets {
            let set = *set as usize;
            if self.machine.by_set.len() <= set {
                self.machine.by_set.resize_with(set + 1, Vec::new);
            }
            if let Some(starts) = self.machine.by_set.get_mut(set) {
                starts.push(at);
            }
        }
        let start = self.machine.starts.get(at as usize);
        start.map_or(NodeId::MAX, |start| start.to)
    }

    fn way(&mut self, builder: &Builder<'_>, bit: u16, from: NodeId, part: PartId) -> NodeId {
        let to = self.node(builder, bit, part);
        self.ways.insert((from, part), to);
        if let Some(node) = self.machine.nodes.get_mut(from as usize) {
            node.ways.push((part, to));
        }
        to
    }

    fn node(&mut self, builder: &Builder<'_>, bit: u16, by: PartId) -> NodeId {
        self.machine.nodes.push(Node {
            bit,
            rests: builder.part(by) == Some(&Part::Rest),
            ..Node::default()
        });
        number(self.machine.nodes.len() - 1)
    }
}

/// One walk along a text.
struct Walk<'a, 'b> {
    machine: &'a Machine,
    reading: &'a mut Reading<'b>,
    deaf: &'a [u16],
    /// For each place who comes there, and where they started.
    coming: Vec<Vec<(NodeId, u32)>>,
    /// The place behind which a node was reached last.
    seen: Vec<u32>,
    /// Used again at every place.
    starts: Vec<u32>,
    heard: Vec<Heard>,
}

impl Walk<'_, '_> {
    /// Everything that happens before the token at `at`.
    fn step(&mut self, at: usize) {
        let mut here = self
            .coming
            .get_mut(at)
            .map(std::mem::take)
            .unwrap_or_default();
        // Of those who meet, who started first goes on.
        here.sort_unstable();
        self.begin(at, &mut here);
        let mut next = 0;
        while let Some((node, start)) = here.get(next).copied() {
            next += 1;
            let seen = self.seen.get_mut(node as usize);
            if seen.is_some_and(|seen| std::mem::replace(seen, number(at + 1)) != number(at + 1)) {
                self.visit(node, start, at, &mut here);
            }
        }
    }

    /// Whatever can begin with the word here.
    fn begin(&mut self, at: usize, here: &mut Vec<(NodeId, u32)>) {
        let machine = self.machine;
        if !self.reading.is_word(at) {
            return;
        }
        let mut starts = std::mem::take(&mut self.starts);
        starts.clear();
        starts.extend(&machine.by_any);
        for set in self.reading.sets(at) {
            starts.extend(machine.by_set.get(*set as usize).into_iter().flatten());
        }
        starts.sort_unstable();
        starts.dedup();
        for start in &starts {
            let Some(start) = machine.starts.get(*start as usize) else {
                continue;
            };
            if start.edges.iter().all(|edge| self.reading.holds(*edge, at)) {
                self.go(start.part, start.to, number(at), at, here);
            }
        }
        self.starts = starts;
    }

    fn visit(&mut self, node: NodeId, start: u32, at: usize, here: &mut Vec<(NodeId, u32)>) {
        let machine = self.machine;
        let Some(found) = machine.nodes.get(node as usize) else {
            return;
        };
        if at > start as usize && self.heard.len() < MOST {
            let heard = found.rules.iter().map(|rule| Heard {
                rule: *rule,
                at: start as usize..at,
            });
            self.heard.extend(heard);
        }
        if found.rests && self.reading.goes_on(at) && self.is_open(found.bit, at, at + 1) {
            self.come(node, start, at + 1, at, here);
        }
        for (part, to) in &found.ways {
            self.go(*part, *to, start, at, here);
        }
    }

    /// Goes on over a part, to every place it may reach to.
    fn go(
        &mut self,
        part: PartId,
        to: NodeId,
        start: u32,
        at: usize,
        here: &mut Vec<(NodeId, u32)>,
    ) {
        let machine = self.machine;
        let Some(node) = machine.nodes.get(to as usize) else {
            return;
        };
        if node.rests {
            here.push((to, start));
            return;
        }
        let ends = self.reading.ends(part, at);
        for index in ends.indices() {
            let end = self.reading.end(&ends, index);
            if self.is_open(node.bit, at, end) {
                self.come(to, start, end, at, here);
            }
        }
    }

    fn come(
        &mut self,
        node: NodeId,
        start: u32,
        end: usize,
        at: usize,
        here: &mut Vec<(NodeId, u32)>,
    ) {
        if end == at {
            here.push((node, start));
        } else if let Some(coming) = self.coming.get_mut(end) {
            coming.push((node, start));
        }
    }

    /// Whether none of these tokens is left alone by these bits.
    fn is_open(&self, bit: u16, from: usize, to: usize) -> bool {
        let tokens = self.deaf.get(from..to).unwrap_or_default();
        bit == 0 || tokens.iter().all(|deaf| deaf & bit == 0)
    }
}
