//! The internet: addresses, accounts, requests, networks.

use crate::rules::rule::{Rule, between, integer, number, one_of, scalar, string};

// One rule after the other, as in a table.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    // E-mail.
    string("email, mail, email address, mail address, email id, e mail address, contact email",
        "{{$internet.email}}"),
    string("email *, mail to, mailto, reply to, =bcc, paypal account, apple id, recipient list",
        "{{$internet.email}}"),
    string("address", "{{$internet.email}}").of("email mail mailbox recipient"),
    string("support email, company email, business email, merchant support email, work email",
        "{{$internet.companyEmail}}"),
    string("subject, email subject, mail subject, subject line", "{{$text.subject}}"),
    string("subject", "CN={{$internet.domainName}}").of("cert certificate issuer tls ssl ca"),
    string("email domain, mail domain", "{{$internet.domainName}}"),
    // Accounts.
    string("username, login, login name, user login, account login, user handle, handle, screen name",
        "{{$internet.username}}"),
    string("twitter, instagram, github, gitlab, linkedin, facebook, skype, tiktok, telegram, discord, slack",
        "{{$internet.username}}"),
    string("twitter handle, twitter username, instagram handle, github login, cashtag, vanity name, \
         gamertag", "{{$internet.username}}"),
    string("alias user, persona name", "{{$internet.displayName}}"),
    string("password, passphrase, pwd, passwd, encrypted password, new password, old password",
        "{{$internet.password}}"),
    string("client secret, secret, app secret, secret key, shared secret, webhook secret, signing secret",
        "{{$string.alphanumeric(length=32)}}"),
    string("token, access token, refresh token, auth token, bearer token, session token, csrf token, \
         xsrf token", "{{$string.alphanumeric(length=32)}}"),
    string("id token, jwt, jws, assertion, client assertion, json web token", "{{$internet.jwt}}"),
    string("one time passcode, passcode, otp, verification code, security pin, sms code, smscode, auth code, \
         confirmation code, two factor code, mfa code, totp", "{{$string.numeric(length=6)}}"),
    string("authorization code, oauth code, grant code, code verifier, code challenge",
        "{{$string.alphanumeric(length=43)}}"),
    string("api key, apikey, access key, access key id, publishable key, license key, product key, \
         unlock key, app key, service key", "{{$string.alphanumeric(length=32)}}"),
    string("public key, ssh key, certificate, cert, client cert, ca cert, private key, tls cert, \
         signing key, ca bundle, pem", "{{$string.alphanumeric(length=64)}}"),
    string("=credential, credential", "{{$string.alphanumeric(length=32)}}"),
    one_of!("token type", "Bearer"),
    one_of!("grant type", "authorization_code" | "client_credentials" | "refresh_token"),
    one_of!("auth type, auth method, authentication method, authentication type, auth scheme, auth mode",
        "password" | "oauth2" | "sso" | "api_key"),
    one_of!("auth provider, identity provider, idp, login provider, oauth provider",
        "google" | "github" | "microsoft" | "apple" | "okta"),
    string("scope, oauth scope, permission, privilege, grant, entitlement, capability, access right, \
         authority", "{{$text.permission}}"),
    string("role, user role, member role, role name, account role, access role", "{{$text.role}}"),
    one_of!("access level, access, visibility, sharing, privacy, share level, audience, access mode",
        "public" | "private" | "restricted"),
    one_of!("permission level", "read" | "write" | "admin"),
    string("verify password, confirm password, password confirmation, password confirm, password verify, \
         psk, pre shared key, bind pw", "{{$internet.password}}"),
    string("=aud, audience", "{{$internet.url}}").of("token jwt claim oidc openid oauth assertion"),
    string("=iss", "{{$internet.url}}"),
    string("=sub, =jti, =sid, udid, aaguid", "{{$string.uuid}}"),
    one_of!("=typ", "JWT"),
    one_of!("=amr", "pwd" | "mfa" | "otp"),
    one_of!("=e", "AQAB").of("key jwk jwks"),
    string("=n, =x, =y, x5c, csr, x5t s", "{{$string.alphanumeric(length=43)}}")
        .of("key jwk jwks certificate response csr"),
    string("csr, certificate chain, ca chain", "{{$string.alphanumeric(length=64)}}"),
    string("dn, bind dn, base dn, distinguished name, user dn",
        "uid={{$internet.username}},ou=people,dc=example,dc=com"),
    string("sip address, sip uri, sip url, sip", "sip:{{$internet.exampleEmail}}"),
    one_of!("code challenge method", "S256" | "plain"),
    one_of!("response type", "code" | "token" | "id_token"),
    one_of!("response mode", "query" | "fragment" | "form_post"),
    one_of!("rel, link rel, relation type", "self" | "next" | "prev" | "alternate"),
    string("=from, =to, =sender, =recipient", "{{$internet.email}}")
        .of("email mail message envelope letter newsletter"),
    string("=from, =to, =sender, =recipient", "{{$phone.number}}").of("sms call whatsapp voice mms fax"),
    // Addresses.
    string("url, uri, link, href, website, homepage, site url, web url, web site url, web link, permalink, \
         hyperlink", "{{$internet.url}}"),
    string("self, self link, html url, api url, canonical, canonical url, redirect, redirect uri, \
         redirect url", "{{$internet.url}}"),
    string("webhook, webhook url, callback, callback url, return url, success url, cancel url, \
         notification url", "{{$internet.url}}"),
    string("endpoint, base url, server url, service url, origin, allowed origin, referer, referrer, \
         issuer url", "{{$internet.url}}"),
    string("previous url, next url, next page url, first page url, last page url, next link, prev link, \
         previous link", "{{$internet.url}}"),
    string("=self, =first, =last, =next, =prev, =previous, =related, =html, =alternate", "{{$internet.url}}")
        .of("link"),
    string("documentation, documentation url, doc url, help url, support url, terms of service, \
         privacy policy", "{{$internet.url}}"),
    string("url *, uri *", "{{$internet.url}}"),
    string("repository url, repo url, clone url, git url, ssh url, git repository, =repo, =repository, \
         git repo", "https://github.com/{{$internet.domainWord}}/{{$text.slug}}"),
    string("issuer, iss", "{{$internet.url}}").of("token jwt oidc identity claim openid certificate"),
    string("domain, domain name, domainname, site domain, internet domain, tenant domain, zone name, \
         dns name", "{{$internet.domainName}}"),
    string("name", "{{$internet.domainName}}").of("domain dns zone host"),
    string("hostname, host, fqdn, server, server name, server address, serveraddress, cname, virtual host, \
         vhost, nameserver, registry, extra host", "{{$internet.domainName}}"),
    string("subdomain, domain word, shop domain prefix", "{{$internet.domainWord}}"),
    one_of!("tld, top level domain, domain suffix", "com" | "org" | "net" | "io" | "dev"),
    string("ip, remote ip, client ip, source ip, destination ip, ipv4, ip v4, ipv4 address, public ip, \
         private ip, host ip, pod ip, cluster ip, vip, multicast, multicast address", "{{$internet.ipv4}}"),
    string("remote address, remote addr, remote host, client address, listen addr, advertise addr, \
         data path addr, peer address", "{{$internet.ipv4}}"),
    string("gateway, default gateway, dns server, ns server, dns, bind address, load balancer ip, \
         external ip, internal ip", "{{$internet.ipv4}}"),
    string("ipv6, ipv6 address, ip v6, ipv6 gateway", "{{$internet.ipv6}}"),
    string("cidr, subnet, cidr block, ip range, network range, netmask cidr, pod cidr, ip allowlist, \
         allowed ip", "10.{{$number.int(min=0,max=255)}}.0.0/16"),
    one_of!("netmask, subnet mask, network mask", "255.255.255.0" | "255.255.0.0" | "255.255.255.128"),
    string("mac, mac address, hardware address, ethernet address, wifi mac, bssid", "{{$internet.mac}}"),
    one_of!("ssid, wifi name, wifi network, network ssid",
        "HomeNetwork" | "Office-5G" | "Guest WiFi" | "Lobby"),
    scalar("port, port number, container port, host port, target port, node port, published port, \
         source port, server port, listen port", "{{$internet.port}}"),
    string("asn, autonomous system", "AS{{$number.int(min=1000,max=65000)}}"),
    number("asn, as number", "{{$number.int(min=1000,max=65000)}}"),
    string("isp, network operator, mobile carrier, carrier name, mobile network",
        "{{$helpers.arrayElement(['Vodafone','Orange','T-Mobile','Telefonica','Verizon'])}}"),
    number("vlan, vlan id", "{{$number.int(min=1,max=4094)}}"),
    string("address", "{{$internet.ipv4}}")
        .of("node host server local remote peer listen bind socket gateway broker proxy network interface \
         instance machine pod container client router"),
    // Requests.
    string("useragent, browser user agent, ua", "{{$internet.userAgent}}"),
    one_of!("browser, browser name, browser family", "Chrome" | "Firefox" | "Safari" | "Edge"),
    one_of!("device type, device class, device category, form factor", "mobile" | "desktop" | "tablet"),
    string("http method, request method, verb, http verb", "{{$internet.httpMethod}}"),
    string("method", "{{$internet.httpMethod}}").of("http request endpoint route action webhook operation"),
    string("protocol, url scheme, app protocol, transport protocol, network protocol",
        "{{$internet.protocol}}"),
    string("scheme", "{{$internet.protocol}}").of("url http uri endpoint server connection"),
    scalar("http status, http status code, status code, http code, response code, http response code",
        "{{$internet.httpStatusCode}}"),
    number("status", "{{$internet.httpStatusCode}}")
        .of("error problem response request delivery exception http fault"),
    integer("=code, =status", "{{$internet.httpStatusCode}}").of("error problem exception http fault"),
    integer("error code, exit code", "{{$number.int(min=0,max=127)}}"),
    string("path", "/{{$text.slug}}").of("url request route endpoint http ingress page"),
    string("query string, querystring, search query, query, search term, search text, keyword query, =q, \
         search string", "{{$text.label}}"),
    string("http header, header name",
        "{{$helpers.arrayElement(['Authorization','Content-Type','Accept','X-Request-Id'])}}"),
    string("etag, if match, entity tag", "\"{{$string.hexadecimal(length=32,prefix='',casing='lower')}}\""),
    string("cache control", "{{$helpers.arrayElement(['no-cache','max-age=3600','private, max-age=0'])}}"),
    string("emoji, reaction, emoji icon, icon emoji", "{{$internet.emoji}}"),
    one_of!("oauth version, tls version, ssl version", "1.2" | "1.3"),
    one_of!("cipher, cipher suite", "TLS_AES_128_GCM_SHA256" | "TLS_AES_256_GCM_SHA384"),
    between!("ttl, time to live, dns ttl", 60, 86_400),
    one_of!("record type, dns type", "A" | "AAAA" | "CNAME" | "MX" | "TXT"),
];
