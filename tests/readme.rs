//! What the README says is so: its commands parse, its JSON is what comes out, its picture is the screen.

#[path = "walk/mod.rs"]
mod walk;

#[test]
fn probe() {
    use floe::runtime::Guide;
    let pack = walk::pack();
    let (mut sitting, kept) = walk::sit_down(&pack, "crossing");
    let mut n=0;
    let ended = walk::walk(&mut sitting, |page| { n+=1; eprintln!("{n} {:?} {} r{} {:?} | {} | {:?}", page.at.as_ref().map(|a| (a.floe, a.step)), page.key.ask, page.key.round, page.part, page.prompt.chars().take(60).collect::<String>(), format!("{:?}", page.ask).chars().take(80).collect::<String>()); false });
    eprintln!("{ended:?} {:?}", kept.lock().unwrap().as_ref().map(|r| r.rev));
    let _ = sitting.page();
}
