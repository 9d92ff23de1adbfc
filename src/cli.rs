//! The command line: types only.

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use std::path::PathBuf;

/// Practise rebuilding trust, one small step at a time
#[derive(Debug, Parser)]
#[command(name = "floe", version, disable_help_subcommand = true)]
pub struct Cli {
    /// What applies to every command.
    #[command(flatten)]
    pub everywhere: Everywhere,
    /// What to do; the bank with its rivers if absent.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What applies to every command.
#[derive(Debug, Clone, Args)]
pub struct Everywhere {
    /// Plain lines instead of the full screen
    #[arg(long, global = true, env = "FLOE_LINE", hide_env_values = true, value_parser = clap::builder::FalseyValueParser::new())]
    pub line: bool,
    /// Keep everything in this folder
    #[arg(
        long,
        global = true,
        env = "FLOE_HOME",
        hide_env_values = true,
        value_name = "DIR"
    )]
    pub home: Option<PathBuf>,
    /// Walk with the words of this folder
    #[arg(long, global = true, value_name = "DIR")]
    pub pack: Option<PathBuf>,
    /// The language, such as en; that of the surroundings if absent
    #[arg(long, global = true, value_name = "CODE")]
    pub lang: Option<String>,
    /// How the river is drawn: pen, night, day, contrast or sixteen
    #[arg(long, global = true, value_name = "NAME")]
    pub theme: Option<String>,
    /// Colour
    #[arg(long, global = true, value_enum, default_value_t = When::Auto)]
    pub color: When,
    /// Floe's own words and pictures in ASCII alone; by itself where the locale isn't UTF-8
    #[arg(long, global = true)]
    pub ascii: bool,
    /// Nothing moves
    #[arg(long, global = true)]
    pub no_motion: bool,
    /// No list of rivers on the first screen
    #[arg(long, global = true)]
    pub quiet_start: bool,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// Where the terminal can.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Begin a practice
    Practise(Practise),
    /// Rehearse a hard talk: the other person answers from a script
    Rehearse(Rehearse),
    /// Show a room: a made-up story on a wall, steered from here or from a second terminal; nothing is kept
    Stage(Stage),
    /// Notes in a second terminal, which follow the stage and steer it
    Notes {
        /// Which room, where several are open
        room: Option<u16>,
    },
    /// Go on with the last unfinished crossing, or the one of this id
    Resume {
        /// Id of a crossing
        id: Option<String>,
    },
    /// List rivers and their crossings
    #[command(alias = "list")]
    Rivers {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// List agreements and what became of them
    Agreements {
        /// Those a day of which has come, and nothing else
        #[arg(long)]
        due: bool,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Show what was kept of a river or a crossing
    Show {
        /// Id of a river or a crossing
        id: String,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Write what was kept of a river or a crossing into a file to take along
    Export(Export),
    /// Erase rivers, crossings or single agreements from this computer
    Forget {
        /// Ids of rivers, crossings or agreements
        #[arg(required_unless_present = "all")]
        ids: Vec<String>,
        /// Everything
        #[arg(long, conflicts_with = "ids")]
        all: bool,
        /// Don't ask
        #[arg(long)]
        yes: bool,
    },
    /// Seal everything that is kept with a passphrase, or change the passphrase
    Seal,
    /// Keep everything without a passphrase again
    Unseal,
    /// Look at the lines of a text in the language mirror
    Mirror(Mirror),
    /// Say where things are, what looks wrong and what to do; nothing of anybody's words is in it
    Doctor {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Write packs of your own, or list what there is
    #[command(subcommand)]
    Pack(Packs),
    /// List every problem in content
    Check {
        /// Folders or files; the bundled content if absent
        paths: Vec<PathBuf>,
        /// Which sentences a language or a pack leaves in other words, by file and id
        #[arg(long)]
        coverage: bool,
        /// As JSON, an object for each problem
        #[arg(long, conflicts_with = "coverage")]
        json: bool,
    },
    /// Print completions for a shell
    Completions {
        /// Which shell
        shell: Shell,
    },
    /// Print the manual page
    Man,
}

/// How to begin.
#[derive(Debug, Default, Args)]
pub struct Practise {
    /// Which practice; the full crossing if absent
    pub practice: Option<String>,
    /// One person
    #[arg(long, conflicts_with = "pair")]
    pub solo: bool,
    /// Two people at one keyboard
    #[arg(long)]
    pub pair: bool,
    /// Your name, an initial, or any name
    #[arg(long, value_name = "NAME")]
    pub me: Option<String>,
    /// The other person's
    #[arg(long, value_name = "NAME")]
    pub other: Option<String>,
    /// Keep nothing
    #[arg(long)]
    pub no_save: bool,
    /// Try out the pack of --pack: keep nothing, and read it again whenever one of its files is saved
    #[arg(long)]
    pub watch: bool,
    /// On this river
    #[arg(long, value_name = "ID")]
    pub river: Option<String>,
    /// List what there is
    #[arg(long)]
    pub list: bool,
    /// As JSON, with --list
    #[arg(long, requires = "list")]
    pub json: bool,
}

/// What to rehearse.
#[derive(Debug, Args)]
pub struct Rehearse {
    /// Which scenario; "own" for a talk of one's own
    pub scenario: Option<String>,
    /// Two people at one keyboard: each gives the other a line of their own
    #[arg(long)]
    pub pair: bool,
    /// Your name, an initial, or any name, with --pair
    #[arg(long, value_name = "NAME", requires = "pair")]
    pub me: Option<String>,
    /// The other person's, with --pair
    #[arg(long, value_name = "NAME", requires = "pair")]
    pub other: Option<String>,
    /// List what there is
    #[arg(long)]
    pub list: bool,
    /// As JSON, with --list
    #[arg(long, requires = "list")]
    pub json: bool,
}

/// What to do about packs.
#[derive(Debug, Subcommand)]
pub enum Packs {
    /// Write a small pack that runs, with notes, into a new folder
    New {
        /// The folder; made where it is missing
        folder: PathBuf,
    },
    /// Write all of floe's own words into a new folder, to change them
    Copy {
        /// The folder; made where it is missing
        folder: PathBuf,
    },
    /// List the packs there are, and whether each can be used
    List {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
}

/// What to show.
#[derive(Debug, Default, Args)]
pub struct Stage {
    /// Which scenario; a list of them on the wall if absent
    pub scenario: Option<String>,
    /// Play by itself, at reading speed; any key takes over
    #[arg(long)]
    pub play: bool,
    /// List what there is
    #[arg(long)]
    pub list: bool,
    /// As JSON, with --list
    #[arg(long, requires = "list")]
    pub json: bool,
}

/// What to look at in the mirror.
#[derive(Debug, Args)]
pub struct Mirror {
    /// The text, a file; standard input if absent or -
    pub file: Option<PathBuf>,
    /// What the words are for
    #[arg(long = "in", value_name = "PAGE", value_enum, default_value_t = Page::Say)]
    pub on: Page,
    /// As JSON, an object a line
    #[arg(long)]
    pub json: bool,
}

/// What words are for; the mirror listens for other things in an apology than in an agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Page {
    /// To be said to the other.
    Say,
    /// About oneself.
    Own,
    /// An apology.
    Apology,
    /// An agreement.
    Agreement,
    /// While listening.
    Listen,
}

/// What to take along, and where to.
#[derive(Debug, Args)]
pub struct Export {
    /// Id of a river or a crossing
    #[arg(required_unless_present = "handout")]
    pub id: Option<String>,
    /// A page to take home from a room that was shown floe; it has nothing of anybody's in it
    #[arg(long, conflicts_with = "id")]
    pub handout: bool,
    /// As Markdown, a web page, plain text, a calendar or JSON
    #[arg(
        long = "as",
        value_name = "FORM",
        value_enum,
        required = false,
        required_unless_present = "handout",
        default_value_if("handout", "true", "html")
    )]
    pub form: Form,
    /// The file; - prints it instead, and a file that is there already is left alone
    #[arg(short, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// What an export is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// Markdown.
    Md,
    /// A web page.
    Html,
    /// Plain text.
    Txt,
    /// A calendar.
    Ics,
    /// JSON.
    Json,
}
