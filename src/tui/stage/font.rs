//! Big letters, drawn from squares: our own, as data. Five squares high, two more for what hangs below the line.

/// Rows of squares in a letter.
pub(super) const HEIGHT: usize = 7;

/// The rows of a letter from the top, with spaces between them; `-` is an empty row, and rows that aren't there are
/// empty. None where there is no such letter.
pub(super) const fn rows(letter: char) -> Option<&'static str> {
    match letter {
        'a'..='z' => small(letter),
        'A'..='Z' => capital(letter),
        _ => sign(letter),
    }
}

const fn small(letter: char) -> Option<&'static str> {
    Some(match letter {
        'a' => "- .### #..# #..# .###",
        'b' => "#... ###. #..# #..# ###.",
        'c' => "- .### #... #... .###",
        'd' => "...# .### #..# #..# .###",
        'e' => "- .##. #### #... .###",
        'f' => ".## #.. ##. #.. #..",
        'g' => "- .### #..# #..# .### ...# .##.",
        'h' => "#... ###. #..# #..# #..#",
        'i' => "# - # # #",
        'j' => ".# - .# .# .# .# #.",
        'k' => "#... #.#. ##.. #.#. #..#",
        'l' => "#. #. #. #. .#",
        'm' => "- ##.#. #.#.# #.#.# #.#.#",
        'n' => "- ###. #..# #..# #..#",
        'o' => "- .##. #..# #..# .##.",
        'p' => "- ###. #..# #..# ###. #... #...",
        'q' => "- .### #..# #..# .### ...# ...#",
        'r' => "- #.## ##.. #... #...",
        's' => "- .### ##.. ..## ###.",
        't' => "#.. ### #.. #.. .##",
        'u' => "- #..# #..# #..# .###",
        'v' => "- #...# #...# .#.#. ..#..",
        'w' => "- #.#.# #.#.# #.#.# .#.#.",
        'x' => "- #..# .##. .##. #..#",
        'y' => "- #..# #..# #..# .### ...# .##.",
        'z' => "- #### ..#. .#.. ####",
        _ => return None,
    })
}

const fn capital(letter: char) -> Option<&'static str> {
    Some(match letter {
        'A' => ".##. #..# #### #..# #..#",
        'B' => "###. #..# ###. #..# ###.",
        'C' => ".### #... #... #... .###",
        'D' => "###. #..# #..# #..# ###.",
        'E' => "#### #... ###. #... ####",
        'F' => "#### #... ###. #... #...",
        'G' => ".### #... #.## #..# .###",
        'H' => "#..# #..# #### #..# #..#",
        'I' => "### .#. .#. .#. ###",
        'J' => "..## ...# ...# #..# .##.",
        'K' => "#..# #.#. ##.. #.#. #..#",
        'L' => "#... #... #... #... ####",
        'M' => "#...# ##.## #.#.# #...# #...#",
        'N' => "#..# ##.# #.## #..# #..#",
        'O' => ".##. #..# #..# #..# .##.",
        'P' => "###. #..# ###. #... #...",
        'Q' => ".##. #..# #..# #.#. .#.#",
        'R' => "###. #..# ###. #.#. #..#",
        'S' => ".### #... .##. ...# ###.",
        'T' => "##### ..#.. ..#.. ..#.. ..#..",
        'U' => "#..# #..# #..# #..# .##.",
        'V' => "#...# #...# #...# .#.#. ..#..",
        'W' => "#...# #...# #.#.# ##.## #...#",
        'X' => "#...# .#.#. ..#.. .#.#. #...#",
        'Y' => "#...# .#.#. ..#.. ..#.. ..#..",
        'Z' => "#### ...# .##. #... ####",
        _ => return None,
    })
}

const fn sign(letter: char) -> Option<&'static str> {
    Some(match letter {
        '0' => ".##. #.## #..# ##.# .##.",
        '1' => ".#. ##. .#. .#. ###",
        '2' => "###. ...# .##. #... ####",
        '3' => "###. ...# .##. ...# ###.",
        '4' => "#..# #..# #### ...# ...#",
        '5' => "#### #... ###. ...# ###.",
        '6' => ".### #... ###. #..# .##.",
        '7' => "#### ...# ..#. .#.. .#..",
        '8' => ".##. #..# .##. #..# .##.",
        '9' => ".##. #..# .### ...# ###.",
        ' ' => "...",
        '.' => "- - - - #",
        ',' => "- - - - .# .# #.",
        ':' => "- # - - #",
        ';' => "- .# - - .# .# #.",
        '?' => "###. ...# .##. - .#..",
        '!' => "# # # - #",
        '\'' => "# #",
        '"' => "#.# #.#",
        '-' => "- - ###",
        '(' => ".# #. #. #. .#",
        ')' => "#. .# .# .# #.",
        '/' => "...# ..#. ..#. .#.. #...",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_has_straight_rows_of_squares() {
        for letter in (' '..='~').filter(|letter| rows(*letter).is_some()) {
            let drawn: Vec<&str> = rows(letter).unwrap().split(' ').collect();
            assert!((1..=HEIGHT).contains(&drawn.len()), "{letter}");
            let wide: Vec<&&str> = drawn.iter().filter(|row| **row != "-").collect();
            assert!(
                wide.iter().all(|row| row.len() == wide[0].len()),
                "{letter}"
            );
            assert!(
                drawn
                    .iter()
                    .all(|row| row.chars().all(|c| ".#-".contains(c)))
            );
        }
    }

    #[test]
    fn every_letter_looks_like_itself() {
        let all: Vec<char> = (' '..='~')
            .filter(|letter| rows(*letter).is_some())
            .collect();
        assert!(all.len() >= 75);
        for (at, one) in all.iter().enumerate() {
            for other in all.iter().skip(at + 1) {
                assert_ne!(rows(*one), rows(*other), "{one} {other}");
            }
        }
    }
}
