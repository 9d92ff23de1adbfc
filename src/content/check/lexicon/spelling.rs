//! How words are typed: every entry is a word, and stands for words that stand for themselves.

use super::{Document, Entries, Located, Report, model, schema};
use crate::content::diagnostic::quoted;
use std::collections::BTreeMap;

/// Most words one typed word can stand for.
const MOST: usize = 6;

/// The checked spelling of a file.
pub(super) fn spelled(
    (file, written): &Document<'_, schema::Spelling>,
    report: &mut Report,
) -> model::Spelling {
    let mut problem = |at: &Located<String>, what: String, help: &str| {
        report.at(file, at, what, help.to_owned());
    };
    let words = entries(&written.words, &mut problem);
    for (_, stands_for) in &written.words.0 {
        let mut parts = stands_for.split_whitespace();
        let leads_on = |part: &&str| words.get(*part).is_some_and(|other| other != part);
        if let Some(part) = parts.find(leads_on) {
            let what = format!(
                "{} is an entry itself, and stands for something else",
                quoted(part)
            );
            problem(
                stands_for,
                what,
                "name the words at the end of the way: each is looked up once.",
            );
        }
    }
    let mut endings: Vec<_> = entries(&written.endings, &mut problem)
        .into_iter()
        .collect();
    endings.sort_by_key(|(ending, _)| std::cmp::Reverse(ending.len()));
    let openers = written.openers.split_whitespace().map(str::to_owned);
    model::Spelling {
        language: written.language.value.clone(),
        endings,
        words,
        openers: openers.collect(),
    }
}

fn entries(
    written: &Entries<String>,
    problem: &mut impl FnMut(&Located<String>, String, &str),
) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for (typed, stands_for) in &written.0 {
        let is_word = |c: char| (c.is_alphanumeric() && !c.is_uppercase()) || c == '\'';
        if typed.is_empty() || !typed.chars().all(is_word) {
            let what = format!("{} is no word as it is looked up", quoted(typed));
            problem(
                typed,
                what,
                "small letters, digits and straight apostrophes can stand here.",
            );
        }
        if !(1..=MOST).contains(&stands_for.split_whitespace().count()) {
            let what = format!("this stands for no word, or for more than {MOST}");
            problem(stands_for, what, "name the words it stands for.");
        }
        if all
            .insert(typed.value.clone(), stands_for.value.clone())
            .is_some()
        {
            problem(
                typed,
                format!("{} is here twice", quoted(typed)),
                "take one of them out.",
            );
        }
    }
    all
}
