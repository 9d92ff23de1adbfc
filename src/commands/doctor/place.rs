//! Paths as they can be shown to strangers, and as they can be typed into a shell.

use crate::text::clean_line;
use std::path::Path;

/// A path for people: `~` for the folder of the account, whose name is often a person's.
pub(in crate::commands) fn shown(path: &Path) -> String {
    let (start, rest) = split(path);
    format!("{start}{rest}")
}

/// The same for a shell, with what lies below it.
pub(in crate::commands) fn typed(path: &Path, below: &str) -> String {
    let (start, mut rest) = split(path);
    if !below.is_empty() {
        rest.push('/');
    }
    // A star stands for what isn't told of a name, so it has to stay one.
    format!("{start}{}{below}", quoted(&rest))
}

fn split(path: &Path) -> (&'static str, String) {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let home = etcetera::home_dir().ok();
    let home = home.filter(|home| home.parent().is_some());
    let below = home.and_then(|home| whole.strip_prefix(home).map(Path::to_owned).ok());
    let (start, rest) = match &below {
        Some(rest) if rest.as_os_str().is_empty() => return ("~", String::new()),
        Some(rest) => ("~", format!("/{}", rest.to_string_lossy())),
        None => ("", whole.to_string_lossy().into_owned()),
    };
    (start, clean_line(&rest).into_owned())
}

/// A part of a path as a shell takes it.
fn quoted(part: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-".contains(c);
    match part.strip_prefix('/') {
        _ if part.chars().all(plain) => part.to_owned(),
        // The slash behind the tilde stays outside, or the tilde would be one of a name.
        Some(rest) => format!("/'{}'", rest.replace('\'', "'\\''")),
        None => format!("'{}'", part.replace('\'', "'\\''")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_account_is_not_named() {
        let home = etcetera::home_dir().unwrap();
        let inside = home.join("a b/floe");
        assert_eq!(shown(&inside), "~/a b/floe");
        assert_eq!(typed(&inside, "k3/m*"), "~/'a b/floe/'k3/m*");
        assert_eq!(typed(&home.join("floe"), ""), "~/floe");
        assert_eq!(shown(Path::new("/some/it's")), "/some/it's");
        assert_eq!(typed(Path::new("/some/it's"), ""), "/'some/it'\\''s'");
        assert_eq!(shown(Path::new("/a\n\u{1b}b")), "/a \u{fffd}b");
    }
}
