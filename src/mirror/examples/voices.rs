//! Rehearsals in the mirror: it has no question to a voice that gives back what it heard.

use super::super::Mirror;
use crate::content::{
    Context,
    check::{self, report::Report},
    diagnostic::quoted,
    schema::scenario::Style,
    source::File,
};

/// Every line of a scenario that gives back what was heard and that the mirror of these files would question where
/// one listens. Without a lexicon there is nothing to hold it to.
pub(super) fn questioned(files: &[File], report: &mut Report) {
    let Ok(Some(lexicon)) = check::lexicon(files) else {
        return;
    };
    let mirror = Mirror::new(lexicon);
    for (file, scenario) in &check::scenarios_as_written(files) {
        let voices = scenario.turns.iter().flat_map(|turn| &turn.voices);
        for voice in voices.filter(|voice| voice.style.value == Style::GiveBack) {
            let seen = mirror.look(&voice.say, Context::Listen);
            let Some(cue) = seen.cues.first() else {
                continue;
            };
            let words = voice.say.get(cue.span.clone()).unwrap_or_default();
            let what = format!(
                "this voice gives back what it heard, and the mirror asks about {}",
                quoted(words)
            );
            let help = format!("it would ask: {} Say it in words it leaves alone.", cue.ask);
            report.at(file, &voice.say, what, help);
        }
    }
}
