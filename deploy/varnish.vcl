# Commonplace behind Varnish (7.1 as Debian ships it, or newer). deploy/README.md says how to put it
# to use. Adapt the parts marked SETTING. What is not decided here, Varnish's built-in VCL decides:
# it runs after each of these subroutines.
vcl 4.1;

import directors;
import std;

# ---- Settings ------------------------------------------------------------------------------------

# Slow is not dead: an instance is left alone only after two questions in a row without an answer.
probe alive {
    .url = "/healthz";
    .interval = 5s;
    .timeout = 5s;
    .window = 2;
    .threshold = 1;
    .initial = 1;
}

# The app: one backend for each instance, each added in vcl_init.
backend app {
    .host = "127.0.0.1";                                                  # SETTING
    .port = "3000";                                                       # SETTING
    .connect_timeout = 3s;
    .first_byte_timeout = 60s;
    .between_bytes_timeout = 60s;
    .probe = alive;
}

sub vcl_init {
    new apps = directors.round_robin();
    apps.add_backend(app);                                                # SETTING
}

# Who may purge. Where a container runtime hides who is calling, name the app's own address alone.
acl may_purge {                                                           # SETTING
    "127.0.0.1";
    "::1";
    "10.0.0.0"/8;
    "172.16.0.0"/12;
    "192.168.0.0"/16;
    "fc00::"/7;
}

# A server in front of Varnish that does TLS (nginx, Caddy, hitch) and says so in X-Forwarded-Proto.
acl in_front {                                                            # SETTING
    "127.0.0.1";
    "::1";
}

# ---- What may be stored --------------------------------------------------------------------------

sub vcl_recv {
    set req.backend_hint = apps.backend();

    # X-Forwarded-For ends with whoever is calling: more in it means that the request came through
    # another proxy, and may be anybody's.
    if (req.method == "PURGE") {
        if (client.ip !~ may_purge || req.http.X-Forwarded-For ~ ",") {
            return (synth(403, "Forbidden"));
        }
        call forget;
    }

    if (client.ip !~ in_front || req.http.X-Forwarded-Proto !~ "^https?$") {
        set req.http.X-Forwarded-Proto = "http";
    }
    set req.http.X-Forwarded-Host = req.http.Host;

    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }

    # Reading pages and feeds are the same for everybody and say themselves how long they may be
    # kept. Kept away from the cache: the author's side, what differs at each request, requests of
    # the framework's router (they get data under a page's address), and whoever proves who he is.
    if (req.url ~ "^/(dashboard|sign-in|setup|preview|api|random|search)([/?]|$)"
        || (req.url ~ "^/_next/" && req.url !~ "^/_next/static/")
        || req.http.RSC || req.http.Next-Router-State-Tree || req.http.Next-Router-Prefetch
        || req.http.Next-Router-Segment-Prefetch || req.url ~ "[?&]_rsc(=|&|$)"
        || req.http.Authorization) {
        return (pass);
    }

    # Every newsletter and social network adds words of its own to a link: they change no page. Any
    # other query goes to the app: nobody can fill the cache with one page under a million
    # addresses. Files may carry the build they belong to.
    if (req.url ~ "\?((utm_[a-z]+|fbclid|gclid|msclkid|mc_cid|mc_eid|igshid)=[^&]*(&|$))+$") {
        set req.url = regsub(req.url, "\?.*$", "");
    }
    if (req.url ~ "\?" && req.url !~ "^/(_next/static|assets|media)/[^?]*\?dpl=[\w-]+$") {
        return (pass);
    }

    # What is kept for everybody is asked for without anybody's cookies.
    unset req.http.Cookie;
}

sub vcl_hash {
    # Redirects name the scheme. Host and address are added after this.
    hash_data(req.http.X-Forwarded-Proto);
}

sub vcl_backend_response {
    # An old page is better than an error, and an error is not for keeping. For a second nobody
    # waits for anybody else's answer.
    if (beresp.status >= 500) {
        if (bereq.is_bgfetch) {
            return (abandon);
        }
        set beresp.uncacheable = true;
        set beresp.ttl = 1s;
        return (deliver);
    }

    if (beresp.http.Content-Type ~ "^(text/|image/svg\+xml|application/([a-z.-]+\+)?(json|xml)|application/(javascript|manifest))") {
        set beresp.do_gzip = true;
    }
    if (bereq.uncacheable) {
        return (deliver);
    }

    # The framework's own names headers that never reach a stored page; compression Varnish
    # settles itself.
    unset beresp.http.Vary;

    # Varnish would keep for two minutes what says nothing of how long.
    if (beresp.http.Cache-Control !~ "(s-maxage|max-age)=" && !beresp.http.Expires) {
        set beresp.uncacheable = true;
        set beresp.ttl = 120s;
        return (deliver);
    }

    # A page past its life, which the app serves once while it makes the next.
    if (beresp.http.X-Nextjs-Cache == "STALE") {
        set beresp.ttl = 1s;
    }

    # Files of 10 MB and more go straight through, in the parts that are asked for.
    if (beresp.http.Content-Length ~ "^\d{8,}$") {
        return (pass(1h));
    }
    # stale-while-revalidate becomes Varnish's grace by itself.
}

# ---- Forgetting ----------------------------------------------------------------------------------

# PURGE with `Cache-Tag: a,b,c` forgets every page that carries one of these tags. One ban for all
# of them, on nothing but the stored page, so that the ban lurker can retire it.
sub forget {
    if (req.http.Cache-Tag !~ "^[A-Za-z0-9:/_.+%~@=-]+(,[A-Za-z0-9:/_.+%~@=-]+)*$") {
        return (synth(400, "PURGE needs a Cache-Tag header: tags separated by commas"));
    }
    set req.http.Cache-Tag = regsuball(req.http.Cache-Tag, "[.+]", "[\0]");
    set req.http.Cache-Tag = regsuball(req.http.Cache-Tag, ",", "|");
    if (!std.ban("obj.http.Cache-Tag ~ (?:^|,)(?:" + req.http.Cache-Tag + ")(?:,|$)")) {
        return (synth(500, std.ban_error()));
    }
    return (synth(204, "Forgotten"));
}

# ---- What readers are told -----------------------------------------------------------------------

sub vcl_deliver {
    # Browsers ask again each time (and get a 304): else they would show old pages for as long as
    # the caches in front may. A CDN before this Varnish reads CDN-Cache-Control and Cache-Tag.
    if (resp.http.Cache-Control ~ "s-maxage") {
        set resp.http.CDN-Cache-Control = resp.http.Cache-Control;
        set resp.http.Cache-Control = "public, max-age=0, must-revalidate";
    }
    if (obj.hits > 0) {
        set resp.http.X-Cache = "HIT";
    } else {
        set resp.http.X-Cache = "MISS";
    }
    unset resp.http.X-Nextjs-Cache;
    unset resp.http.Via;
    unset resp.http.X-Varnish;
}

# Another instance may answer what this one could not.
sub vcl_backend_error {
    if (bereq.retries == 0 && (bereq.method == "GET" || bereq.method == "HEAD")) {
        return (retry);
    }
}
