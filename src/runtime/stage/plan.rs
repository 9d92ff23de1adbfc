//! A plan beside the show: parts with their minutes, which whoever shows it follows in the notes.

use super::notes::Section;
use super::show::Show;
use crate::content::PlanPart;
use crate::words::Key;

impl Show {
    /// The next plan from its beginning; none after the last.
    pub(super) fn next_plan(&mut self) {
        let next = self.plan.map_or(0, |(plan, _)| plan + 1);
        self.plan = (next < self.pack.plans.len()).then_some((next, 0));
        self.exercise = self.now;
        if self.plan.is_none() {
            self.told = Some(Key::StageNoPlan);
        }
    }

    pub(super) fn next_part(&mut self) {
        let Some((plan, part)) = self.plan else {
            self.told = Some(Key::StageNoPlan);
            return;
        };
        let parts = self.pack.plans.get(plan).map_or(0, |plan| plan.parts.len());
        if part + 1 < parts {
            self.plan = Some((plan, part + 1));
            self.exercise = self.now;
        } else {
            self.told = Some(Key::StagePlanOver);
        }
    }

    fn part(&self, later: usize) -> Option<&PlanPart> {
        let (plan, part) = self.plan?;
        self.pack.plans.get(plan)?.parts.get(part + later)
    }

    /// How long this exercise is to take, in minutes; only a plan knows.
    pub(super) fn minutes(&self) -> Option<u16> {
        self.part(0).map(|part| part.minutes)
    }

    /// What the floe a part is about says to whoever shows it.
    fn on_floe(&self, part: &PlanPart) -> Option<String> {
        let (practice, floe) = part.floe.as_ref()?;
        let mut floes = self.pack.practices.get(practice)?.floes.iter();
        let floe = floes.find(|other| other.id == *floe)?;
        let blanks = [("floe", &*floe.title), ("room", floe.room.as_deref()?)];
        Some(self.words().say(Key::StagePlanFloe, &blanks))
    }

    /// What the plan says now.
    pub(super) fn planned(&self) -> Option<Section> {
        let words = self.words();
        let (plan, at) = self.plan?;
        let plan = self.pack.plans.get(plan)?;
        let named = |key: Key, part: &PlanPart, at: usize| {
            let [n, parts, minutes] =
                [at + 1, plan.parts.len(), usize::from(part.minutes)].map(|n| n.to_string());
            let blanks = [
                ("title", part.title.as_str()),
                ("n", &n),
                ("parts", &parts),
                ("minutes", &minutes),
            ];
            words.say(key, &blanks)
        };
        let part = self.part(0)?;
        let mut lines = vec![named(Key::StagePlanPart, part, at), part.does.clone()];
        lines.push(words.say(Key::StagePlanSay, &[("says", &part.says)]));
        lines.extend(self.on_floe(part));
        lines.extend(
            self.part(1)
                .map(|next| named(Key::StagePlanNext, next, at + 1)),
        );
        Some(Section {
            title: words.say(Key::StagePlan, &[("title", &plan.title)]),
            lines,
        })
    }
}
