using GuruReports.Hosting.Model;

namespace GuruReports.Hosting.Findings.Service;

/// <summary>Finds where a hosted service stands: threads and asynchronous chains with its code.</summary>
internal static class ServicePlaces
{
    private const int Most = 3;

    /// <summary>Returns lines of evidence; empty when nothing of the service is on a stack.</summary>
    /// <param name="report">The report.</param>
    /// <param name="service">The name of the service's type.</param>
    /// <param name="method">The method that must be on the stack (for example <c>StartAsync</c>); null for any.</param>
    public static IReadOnlyList<string> Find(Report report, string service, string? method)
    {
        var index = StackIndex.Of(report);
        var type = Words.ShortType(service);
        var code = $"{type}.{method}";
        var threads = index.ByOwnMethod.Where(entry => Names(entry.Key, code)).SelectMany(entry => entry.Value).Distinct();
        var chains = index.ChainsByMethod.Where(entry => Names(entry.Key, code)).SelectMany(entry => entry.Value).Distinct();
        return
        [
            .. Place.Describe(Place.GroupByOwnCode(threads)),
            .. chains.Take(Most).SelectMany(Chains.Describe),
        ];
    }

    // The name must begin where a part of the full name begins: "Mail.StartAsync" is not in "BulkMail.StartAsync".
    private static bool Names(string full, string code)
    {
        var at = full.IndexOf(code, StringComparison.Ordinal);
        return at == 0 || (at > 0 && full[at - 1] is '.' or ' ' or '+');
    }
}
