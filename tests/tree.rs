//! What floe is built from: no crate that speaks to a network, from one source, with a compiler README names.

#![allow(
    clippy::unwrap_used,
    reason = "a test fails by panicking, in its smaller parts as well"
)]

use std::fs;
use std::path::{Path, PathBuf};

const LOCK: &str = include_str!("../Cargo.lock");
const MANIFEST: &str = include_str!("../Cargo.toml");
const README: &str = include_str!("../README.md");

/// Crates that speak to a network, or that others speak to one with.
const NETWORK: &[&str] = &[
    "async-std",
    "attohttpc",
    "curl",
    "curl-sys",
    "h2",
    "h3",
    "hickory-resolver",
    "hyper",
    "hyper-util",
    "isahc",
    "libp2p",
    "libssh2-sys",
    "minreq",
    "native-tls",
    "openssl",
    "openssl-sys",
    "quinn",
    "reqwest",
    "rustls",
    "smol",
    "socket2",
    "ssh2",
    "surf",
    "tiny_http",
    "tokio",
    "tonic",
    "trust-dns-resolver",
    "tungstenite",
    "ureq",
    "zmq",
];

/// Every value of this field in the lock file.
fn locked(field: &str) -> impl Iterator<Item = &'static str> {
    let start = format!("{field} = \"");
    LOCK.lines().filter_map(move |line| {
        let value = line.strip_prefix(&start)?;
        value.strip_suffix('"')
    })
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn no_crate_speaks_to_a_network() {
    assert!(locked("name").count() > 100, "the lock file was not read");
    let found: Vec<&str> = locked("name")
        .filter(|name| NETWORK.contains(name))
        .collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn no_room_opens_a_socket_to_anywhere_else() {
    // Whole paths and grouped imports alike.
    const NAMES: &[&str] = &[
        "std::net",
        "core::net",
        "rustix::net",
        "TcpStream",
        "TcpListener",
        "UdpSocket",
        "ToSocketAddrs",
        "IpAddr",
        "SocketAddr",
    ];
    // A stage and its notes find each other on this computer, in a folder of its owner's; nobody else listens.
    const HERE: &[&str] = &["UnixStream::connect", "UnixListener", "UnixDatagram"];
    let mut files = Vec::new();
    rust_files(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut files,
    );
    assert!(files.len() > 100, "the sources were not found");
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let shown = file.to_string_lossy();
        let room = shown.contains("src/runtime/room/") || shown.ends_with("src/store/rooms.rs");
        // The one name they share with sockets of the network is how a conversation is ended.
        let text = text.replace("std::net::Shutdown;", "");
        let names = NAMES.iter().chain(HERE.iter().filter(|_| !room));
        let named = names.clone().find(|name| text.contains(**name));
        assert_eq!(named, None, "{}", file.display());
        let mut code = text
            .lines()
            .map(str::trim_start)
            .filter(|line| !line.starts_with("//"));
        let grouped = code.any(|line| line.starts_with("use std::{") && line.contains("net"));
        assert!(!grouped, "{}", file.display());
    }
    assert!(
        !MANIFEST.contains("\"net\""),
        "rustix is built without sockets"
    );
}

#[test]
fn every_crate_comes_from_the_one_registry() {
    const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";
    let mut others = locked("source").filter(|source| *source != REGISTRY);
    assert_eq!(others.next(), None);
    // All but floe itself have a source and a checksum.
    let crates = locked("name").count() - 1;
    assert_eq!(locked("source").count(), crates);
    assert_eq!(locked("checksum").count(), crates);
}

#[test]
fn the_compiler_readme_asks_for_is_the_one_the_manifest_does() {
    let asked = MANIFEST
        .lines()
        .find_map(|line| line.strip_prefix("rust-version = \""));
    let asked = asked.unwrap().trim_end_matches('"');
    assert!(
        README.contains(&format!("Rust {asked} or newer")),
        "{asked}"
    );
}
