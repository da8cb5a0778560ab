using GuruReports.Hosting.Facts.Runtime;

namespace GuruReports.Hosting.Findings.Service;

/// <summary>Says what a kind of failure means, and what to do.</summary>
internal static class FailureWords
{
    private const int MostSites = 2;

    /// <summary>Says what fails, with the target where it is known.</summary>
    public static string Summarize(FailureKind kind, string? target)
    {
        var to = target is null ? "" : $" to {target}";
        var at = target is null ? "" : $" {target}";
        return kind switch
        {
            FailureKind.Refused => $"connections{to} are refused: nothing listens there",
            FailureKind.Unreachable => $"connecting{to} fails: the peer is not available",
            FailureKind.NameNotResolved => $"the host name{at} cannot be resolved",
            FailureKind.TimedOut => target is null ? "calls do not end within their time limit" : $"calls to {target} do not end within their time limit",
            FailureKind.SecureConnection => $"secure connections{to} fail: the two sides do not agree (TLS)",
            FailureKind.Authentication => $"access{to} fails: the peer does not accept who asks (authentication)",
            FailureKind.Rejected => $"requests{to} are answered with an error: the peer cannot do it now",
            FailureKind.BrokenAnswer => $"answers{(target is null ? "" : $" of {target}")} break off or are not what the protocol allows",
            FailureKind.Locked => "a database refuses: others hold the locks that it needs",
            FailureKind.Exhausted => "a pool or a limit is exhausted: there is no place free",
            FailureKind.DiskFull => $"writing{to} fails: there is no room on the disk, or it cannot be written to",
            FailureKind.TooManyFiles => $"opening{at} fails: too many files are open",
            FailureKind.NoAddressLeft => $"connecting{to} fails: no local address or port is left",
            FailureKind.AddressInUse => $"the address{at} is in use by somebody else",
            FailureKind.AccessDenied => $"access{to} is denied by the system",
            FailureKind.OutOfMemory => "allocating memory fails",
            _ => "calls fail",
        };
    }

    /// <summary>Says how often which exception was thrown, its message, and where.</summary>
    public static IEnumerable<string> Describe(ThrownTypeFacts type)
    {
        yield return $"{type.Count} × {type.Type}{(type.Message is { Length: > 0 } message ? $": {message}" : "")}";
        foreach (var site in type.ThrowSites.Take(MostSites))
        {
            yield return $"  thrown in {site.Name}";
        }
    }

    public static string Advice(FailureKind kind) => kind switch
    {
        FailureKind.Refused => "See whether the server runs and listens on this port, and whether the address in the configuration is right.",
        FailureKind.Unreachable => "See whether the peer runs, and whether a route, firewall or network policy is between.",
        FailureKind.NameNotResolved => "See /etc/resolv.conf and the name server, and whether the name in the configuration is right.",
        FailureKind.TimedOut => "See what the other side does meanwhile; other findings of this report may be the reason.",
        FailureKind.SecureConnection => "See the certificate (name, date, who signed it), the trusted roots, and the protocol that both sides allow.",
        FailureKind.Authentication => "See user, password, token and what they may do; whether they were changed or have expired.",
        FailureKind.Rejected => "Look at the server; ask less often, with a pause that grows.",
        FailureKind.BrokenAnswer => "See whether what answers there is what is meant (a proxy, another port, TLS or not), and what its log says.",
        FailureKind.Locked => "Look for who writes or keeps a transaction open meanwhile, in this process or another; keep transactions short, and in one order.",
        FailureKind.Exhausted => "Look at what holds the places, and whether each way gives its place back.",
        FailureKind.DiskFull => "Make room or move the directory; see whether it is mounted read-only.",
        FailureKind.TooManyFiles => "Dispose what is opened; a higher limit (LimitNOFILE) only helps where so many are meant to be open.",
        FailureKind.NoAddressLeft => "Reuse connections: one HttpClient, pooled database connections, keep-alive.",
        FailureKind.AddressInUse => "See who listens there (ss -ltnp): often an earlier instance of the service.",
        FailureKind.AccessDenied => "See owner and mode of the file, and under which user the service runs.",
        FailureKind.OutOfMemory => "Find what keeps the memory, or give more.",
        _ => "See the exceptions.",
    };
}
