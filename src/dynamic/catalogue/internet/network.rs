//! Addresses of machines.

use crate::dynamic::{Call, Output};
use std::fmt::Write as _;
use std::net::{Ipv4Addr, Ipv6Addr};

/// The networks that addresses of version 4 can be asked for, as Faker names them, with their blocks.
pub(super) const NETWORKS: &[&str] = &[
    "any",
    "loopback",
    "private-a",
    "private-b",
    "private-c",
    "test-net-1",
    "test-net-2",
    "test-net-3",
    "link-local",
    "multicast",
];
const BLOCKS: &[(&str, &str)] = &[
    ("loopback", "127.0.0.0/8"),
    ("private-a", "10.0.0.0/8"),
    ("private-b", "172.16.0.0/12"),
    ("private-c", "192.168.0.0/16"),
    ("test-net-1", "192.0.2.0/24"),
    ("test-net-2", "198.51.100.0/24"),
    ("test-net-3", "203.0.113.0/24"),
    ("link-local", "169.254.0.0/16"),
    ("multicast", "224.0.0.0/4"),
];

pub(super) fn ip(call: &mut Call<'_>) -> Output {
    if call.rng.chance(1, 2) { ipv4(call) } else { ipv6(call) }
}

pub(super) fn ipv4(call: &mut Call<'_>) -> Output {
    let named = call
        .arguments
        .text("network")
        .and_then(|wanted| BLOCKS.iter().find(|(name, _)| *name == wanted))
        .map(|(_, block)| *block);
    let block = call.arguments.text("cidrBlock").or(named).and_then(parse_block);
    let address = match block {
        Some((network, free)) => Ipv4Addr::from_bits(network | (call.rng.bits() as u32 & free)),
        None => public(call),
    };
    // Writing to a string cannot fail.
    _ = write!(call.out, "{address}");
    Output::Text
}

/// A block's first address, and the bits that are free in it.
fn parse_block(block: &str) -> Option<(u32, u32)> {
    let (address, length) = block.split_once('/')?;
    let address: Ipv4Addr = address.trim().parse().ok()?;
    let length: u32 = length.trim().parse().ok().filter(|length| *length <= 32)?;
    let free = u32::MAX.checked_shr(length).unwrap_or(0);
    Some((address.to_bits() & !free, free))
}

/// An address outside all blocks that are set aside.
fn public(call: &mut Call<'_>) -> Ipv4Addr {
    for _ in 0..16 {
        let address = Ipv4Addr::from_bits(call.rng.bits() as u32);
        let [a, b, _, d] = address.octets();
        let reserved = a == 0
            || a >= 224
            || address.is_private()
            || address.is_loopback()
            || address.is_link_local()
            || address.is_documentation()
            || (a == 100 && (64..128).contains(&b))
            || (a == 192 && b == 0)
            || (a == 198 && (18..20).contains(&b));
        if !reserved && d != 0 && d != 255 {
            return address;
        }
    }
    Ipv4Addr::new(93, 184, 215, 14)
}

pub(super) fn ipv6(call: &mut Call<'_>) -> Output {
    // The ranges that the registries have given to networks: 2001, 2400, 2600, 2a00.
    let prefix = call.rng.pick(&[0x2001u16, 0x2400, 0x2600, 0x2a00]).copied().unwrap_or(0x2001);
    let second =
        if prefix == 0x2001 { call.rng.between(0x0400, 0x0cff) } else { call.rng.between(0x0001, 0x0fff) };
    let (high, low) = (call.rng.bits(), call.rng.bits());
    // Machines mostly have random identifiers; servers often a short one.
    let low = if call.rng.chance(1, 4) { low & 0xffff } else { low };
    let mut bits = u128::from(high & 0xffff_ffff) << 64 | u128::from(low);
    bits |= u128::from(prefix) << 112 | (second as u128) << 96;
    if second == 0x0db8 {
        bits ^= 1 << 96;
    }
    // `Display` of the standard library is the canonical form of RFC 5952. Writing to a string cannot fail.
    _ = write!(call.out, "{}", Ipv6Addr::from_bits(bits));
    Output::Text
}

pub(super) fn mac(call: &mut Call<'_>) -> Output {
    let separator: &str = match call.arguments.text("separator") {
        Some("-") => "-",
        Some("") => "",
        Some(".") => ".",
        _ => ":",
    };
    for at in 0..6 {
        if at > 0 {
            call.out.push_str(separator);
        }
        let mut byte = call.rng.below(256);
        if at == 0 {
            // The lowest two bits of the first byte would make it a group's address, or one that is not worldwide.
            byte &= 0xfc;
        }
        _ = write!(call.out, "{byte:02x}");
    }
    Output::Text
}

pub(super) fn port(call: &mut Call<'_>) -> Output {
    let port = call.rng.between(1, 65_535);
    call.out.push_str(&port.to_string());
    Output::Number
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{draw, object};
    use super::*;
    use crate::dynamic::Arguments;
    use crate::generate::format::Format;

    #[test]
    fn addresses_are_valid_and_canonical() {
        for seed in 0..500 {
            let (_, four) = draw("internet.ipv4", &Arguments::NONE, "en", seed);
            let address: Ipv4Addr = four.parse().unwrap();
            assert!(!address.is_private() && !address.is_loopback() && !address.is_multicast(), "{four}");
            let (_, six) = draw("internet.ipv6", &Arguments::NONE, "en", seed);
            assert_eq!(six.parse::<Ipv6Addr>().unwrap().to_string(), six);
            assert!(six.starts_with('2'), "{six}");
            let (_, mac) = draw("internet.mac", &Arguments::NONE, "en", seed);
            assert!(Format::Mac.matches(&mac), "{mac}");
            let (_, port) = draw("internet.port", &Arguments::NONE, "en", seed);
            assert!(port.parse::<u16>().unwrap() > 0);
            let (_, either) = draw("internet.ip", &Arguments::NONE, "en", seed);
            assert!(either.parse::<std::net::IpAddr>().is_ok());
        }
    }

    #[test]
    fn blocks_are_kept_to() {
        for (name, block) in BLOCKS {
            assert!(NETWORKS.contains(name));
            let (network, free) = parse_block(block).unwrap();
            for seed in 0..30 {
                let mut object = object("en", seed);
                for argument in [("network", *name), ("cidrBlock", *block)] {
                    let address: Ipv4Addr = object.draw("internet.ipv4", &[argument]).parse().unwrap();
                    assert_eq!(address.to_bits() & !free, network, "{address}");
                }
            }
        }
        for odd in ["", "10.0.0.0", "10.0.0.0/33", "10.0.0.0/-1", "x/8"] {
            assert!(parse_block(odd).is_none());
        }
        assert_eq!(parse_block("1.2.3.4/32"), Some((0x0102_0304, 0)));
        assert_eq!(parse_block("1.2.3.4/0"), Some((0, u32::MAX)));
    }
}
