//! Addresses of callers: single ones, ranges and networks, of IPv4 and IPv6.

use std::net::IpAddr;

/// A range of addresses, both ends included, as numbers of one family. IPv4 addresses stand in their IPv6 form
/// (`::ffff:1.2.3.4`), so that a caller is the same by whichever family the runtime names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct AddressRange {
    first: u128,
    last: u128,
}

impl AddressRange {
    /// Reads `10.0.0.1`, `10.0.0.1-10.0.0.20`, `10.0.0.0/8`, `2001:db8::1`, `2001:db8::/32`. What stands behind the
    /// prefix length's bits in a network does not matter.
    ///
    /// # Errors
    /// What is wrong, as half a sentence.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let address = |part: &str| {
            let part = part.trim();
            part.parse::<IpAddr>().map_err(|_| format!("`{}` is no IP address", part.escape_debug()))
        };
        if let Some((network, length)) = text.split_once('/') {
            let network = address(network)?;
            let most = if network.is_ipv4() { 32 } else { 128 };
            let length = length.trim().parse::<u32>().ok().filter(|length| *length <= most);
            let length = length
                .ok_or_else(|| format!("the prefix length of `{text}` is no number from 0 to {most}"))?;
            let free = most - length;
            let mask = 1_u128.checked_shl(free).map_or(u128::MAX, |power| power - 1);
            let first = number(network) & !mask;
            return Ok(Self { first, last: first | mask });
        }
        if let Some((first, last)) = text.split_once('-') {
            let (first, last) = (address(first)?, address(last)?);
            if first.is_ipv4() != last.is_ipv4() || number(first) > number(last) {
                return Err(format!(
                    "`{text}` is no range: both ends are of one family, the lower one comes first"
                ));
            }
            return Ok(Self { first: number(first), last: number(last) });
        }
        let number = number(address(text)?);
        Ok(Self { first: number, last: number })
    }

    /// Whether an address is in the range.
    pub(super) fn contains(self, address: IpAddr) -> bool {
        (self.first..=self.last).contains(&number(address))
    }
}

fn number(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(address) => address.to_ipv6_mapped().to_bits(),
        IpAddr::V6(address) => address.to_bits(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contains_addresses() {
        let cases = [
            ("10.1.2.3", "10.1.2.3", true),
            ("10.1.2.3", "10.1.2.4", false),
            ("10.1.2.3", "::ffff:10.1.2.3", true),
            (" 10.0.0.5 - 10.0.0.9 ", "10.0.0.9", true),
            ("10.0.0.5-10.0.0.9", "10.0.0.10", false),
            ("10.0.0.0/8", "10.255.255.255", true),
            ("10.9.9.9/8", "10.0.0.0", true),
            ("10.0.0.0/8", "11.0.0.0", false),
            ("0.0.0.0/0", "255.255.255.255", true),
            ("0.0.0.0/0", "::1", false),
            ("192.168.1.7/32", "192.168.1.7", true),
            ("2001:db8::/32", "2001:db8:ffff::1", true),
            ("2001:db8::/32", "2001:db9::", false),
            ("::/0", "2001:db8::1", true),
            ("::1/128", "::1", true),
            ("fe80::1-fe80::ff", "fe80::80", true),
        ];
        for (range, address, expected) in cases {
            let range = AddressRange::parse(range).unwrap();
            assert_eq!(range.contains(address.parse().unwrap()), expected, "{range:?} {address}");
        }
    }

    #[test]
    fn refuses_what_is_no_range() {
        for text in [
            "",
            "10.0.0",
            "10.0.0.0/33",
            "10.0.0.0/-1",
            "10.0.0.0/",
            "::/129",
            "10.0.0.9-10.0.0.5",
            "10.0.0.1-::1",
            "10.0.0.1-",
            "example.com",
            "10.0.0.256",
            "10.0.0.0/8/8",
        ] {
            assert!(AddressRange::parse(text).is_err(), "{text}");
        }
    }
}
