//! Talks: what a scenario tells and says, and the sentences around it, whose blanks the scenario fills in.

use super::{LABEL, NAME, OPTION, SHORT, TITLE, Texts, WORD};
use crate::{
    content::{
        check::stage::filled,
        located::Located,
        schema::handout::Handout,
        schema::own::{Own, OwnReply},
        schema::plan::Plan,
        schema::scenario::{Called, Rehearsal, Scenario, Turn},
    },
    text::width,
};

/// Columns of the narrowest page, where the line that says which turn it is stands alone.
const NARROW: usize = 54;
/// What happened before: seven rows of the narrowest page, above the first key.
const BEFORE: usize = 360;
/// What somebody says: four rows of the narrowest page, and less would be no talk.
const SAID: usize = 210;
/// How it landed, and a thought nobody says: two rows.
const SHORTLY: usize = 100;

impl Texts<'_> {
    /// Somebody else's river. `part` is the line that says which turn it is.
    pub(super) fn scenario(&mut self, scenario: &Scenario, part: Option<&str>) {
        self.line(&scenario.title, SHORT);
        self.line(&scenario.side, OPTION);
        self.told(&scenario.contains, SAID);
        self.line(&scenario.you, NAME);
        self.line(&scenario.them, NAME);
        self.told(&scenario.before, BEFORE);
        self.told(&scenario.supporter, SAID);
        scenario.turns.iter().for_each(|turn| self.turn(turn));
        self.prompt(&scenario.close_stayed);
        self.prompt(&scenario.close_else);
        if let Some(part) = part {
            self.place(scenario, part);
        }
    }

    /// A page to take home.
    pub(super) fn handout(&mut self, handout: &Handout) {
        self.line(&handout.title, TITLE);
        for part in &handout.parts {
            self.line(&part.title, TITLE);
            part.lines.iter().for_each(|line| self.told(line, SAID));
        }
        self.told(&handout.foot, SAID);
    }

    /// What somebody does who shows a room.
    pub(super) fn plan(&mut self, plan: &Plan) {
        self.line(&plan.title, TITLE);
        self.told(&plan.about, SAID);
        for part in &plan.parts {
            self.line(&part.title, TITLE + 4);
            self.told(&part.does, BEFORE);
            self.told(&part.says, SHORTLY);
        }
    }

    fn turn(&mut self, turn: &Turn) {
        self.told(&turn.cue, SAID);
        for word in turn.inner.feelings.iter().chain(&turn.inner.needs) {
            self.line(word, WORD);
        }
        self.told(&turn.inner.thought, SHORTLY);
        for voice in &turn.voices {
            self.told(&voice.say, SAID);
            self.told(&voice.reply, SAID);
            self.told(&voice.lands, SHORTLY);
            if let Some(later) = &voice.later {
                self.told(&later.reply, SAID);
                later.lands.iter().for_each(|it| self.told(it, SHORTLY));
            }
        }
    }

    /// The line that says which turn it is, with this scenario's names in it.
    fn place(&mut self, scenario: &Scenario, part: &str) {
        let turns = scenario.turns.len().to_string();
        let blanks = [
            ("title", &**scenario.title),
            ("n", &turns),
            ("turns", &turns),
            ("me", &**scenario.you),
            ("other", &**scenario.them),
        ];
        let wide = width(&filled(part, &blanks));
        if wide > NARROW {
            let what = format!(
                "with this title the line that says which turn it is has {wide} columns, and {NARROW} fit"
            );
            let help = "a shorter title, or a shorter name for who one is, makes room.";
            self.tell(&scenario.title, what, help);
        }
    }

    /// The sentences around every scenario.
    pub(super) fn rehearsal(&mut self, rehearsal: &Rehearsal) {
        let arrive = &rehearsal.arrive;
        self.line(&arrive.title, TITLE);
        self.prose(&arrive.why);
        self.filled(&arrive.contains, &["contains"]);
        self.line(&arrive.begin, OPTION);
        self.line(&arrive.another, OPTION);
        self.filled(&arrive.before, &["side", "before"]);
        self.prompt(&arrive.who);
        let turn = &rehearsal.turn;
        self.with(["title", "n", "turns"], |texts| {
            texts.line(&turn.title, TITLE);
            texts.line(&turn.part, NARROW);
        });
        for text in [&turn.why, &turn.hint] {
            self.prose(text);
        }
        for text in [
            &turn.own,
            &turn.near,
            &turn.attempt,
            &turn.taken,
            &turn.own_taken,
        ] {
            self.prompt(text);
        }
        for text in [&turn.waits, &turn.then] {
            self.prompt(text);
        }
        for text in [&turn.none, &turn.mine, &turn.on, &turn.inside, &turn.again] {
            self.line(text, OPTION);
        }
        for text in [&turn.you, &turn.own_short, &turn.waited] {
            self.line(text, NAME);
        }
        self.filled(&turn.landed, &["lands"]);
        self.filled(&turn.hand, &["supporter"]);
        self.filled(&turn.inner, &["feelings", "needs", "thought"]);
        for style in crate::content::schema::scenario::Style::ALL {
            self.called(turn.voices.of(style));
        }
        let close = &rehearsal.close;
        self.line(&close.title, TITLE);
        self.prose(&close.why);
        self.line(&close.stayed, OPTION);
        self.prompt(&close.what_if);
        self.filled(&close.back, &["n", "cue"]);
        self.line(&close.on, OPTION);
        self.floe(&rehearsal.after);
    }

    fn called(&mut self, called: &Called) {
        self.line(&called.short, NAME);
        self.prompt(&called.said);
        called.told.iter().for_each(|text| self.line(text, OPTION));
    }

    /// A talk of one's own.
    pub(super) fn own(&mut self, own: &Own) {
        self.line(&own.title, TITLE);
        self.prose(&own.about);
        self.line(&own.river, TITLE);
        self.floe(&own.build);
        self.filled(&own.kept, &["id", "home"]);
        self.prose(&own.for_now);
        self.filled(&own.not_kept, &["why"]);
        let arrive = &own.arrive;
        self.prose(&arrive.why);
        self.prompt(&arrive.near);
        self.line(&arrive.leave, OPTION);
        self.filled(&arrive.them, &["them"]);
        self.filled(&arrive.you, &["you"]);
        self.filled(&arrive.place, &["place"]);
        let turn = &own.turn;
        self.with(["n", "turns"], |texts| {
            texts.line(&turn.part, NARROW);
        });
        self.filled(&turn.cue, &["opening"]);
        self.prose(&turn.why);
        for text in [&turn.taken, &turn.hand, &turn.inner] {
            self.prompt(text);
        }
        for text in [&turn.silent, &turn.repeated, &turn.waiting] {
            self.prompt(text);
        }
        self.line(&turn.melted, LABEL);
        self.taken(
            &turn.doubted,
            [
                "doubted",
                "doubted_2",
                "doubted_3",
                "doubted_feels",
                "doubted_matters",
            ],
        );
        self.taken(
            &turn.heard,
            [
                "heard",
                "heard_2",
                "heard_3",
                "heard_feels",
                "heard_matters",
            ],
        );
        self.taken(
            &turn.hurried,
            [
                "hurried",
                "hurried_2",
                "hurried_3",
                "hurried_feels",
                "hurried_matters",
            ],
        );
        self.prompt(&own.close.end);
        self.filled(&own.close.back, &["n"]);
    }

    /// One way it may be taken, with the names of what was written of it.
    fn taken(&mut self, reply: &OwnReply, names: [&'static str; 5]) {
        let [first, second, third, feels, matters] = names;
        self.line(&reply.choose, OPTION);
        self.line(&reply.short, NAME);
        for (says, name) in reply.says.iter().zip([first, second, third]) {
            self.filled(says, &[name]);
        }
        self.filled(&reply.feels, &[feels]);
        self.filled(&reply.matters, &[matters]);
        self.prompt(&reply.said);
        reply.told.iter().for_each(|text| self.line(text, OPTION));
    }

    /// A sentence with blanks: no others than these, and none of them left out.
    fn filled(&mut self, text: &Located<String>, blanks: &[&'static str]) {
        let mut reads = false;
        self.with(blanks.iter().copied(), |texts| {
            reads = texts.reads_well(text);
        });
        let gone = blanks
            .iter()
            .find(|name| !text.contains(&format!("{{{name}}}")));
        if let Some(gone) = gone.filter(|_| reads) {
            let what = format!("{{{gone}}} is not in this sentence");
            self.tell(text, what, filled_here(blanks));
        }
    }

    /// What somebody tells or says, no longer than there is room for.
    fn told(&mut self, text: &Located<String>, most: usize) {
        if self.reads_well(text) && width(text) > most {
            let what = format!("this is {} columns long, and {most} fit here", width(text));
            self.tell(text, what, "fewer words are easier to hear.");
        }
    }
}

/// Which names are filled in, in a sentence for the one who wrote another.
pub(super) fn filled_here(known: &[&str]) -> String {
    let names: Vec<String> = known.iter().map(|name| format!("{{{name}}}")).collect();
    format!(
        "{} stands for what was written elsewhere; {{me}} and {{other}} become names.",
        names.join(", ")
    )
}
