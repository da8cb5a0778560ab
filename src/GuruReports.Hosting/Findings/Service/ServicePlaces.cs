using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Service;

/// <summary>Finds where a hosted service stands: threads and asynchronous chains with its code.</summary>
internal static class ServicePlaces
{
    private const int Most = 3;

    /// <summary>Returns lines of evidence; empty when nothing of the service is on a stack.</summary>
    public static IReadOnlyList<string> Find(Report report, string service, string? method)
    {
        var index = StackIndex.Of(report);
        var type = ObjectNames.Short(service);
        var code = $"{type}.{method}";
        var threads = index.ByOwnMethod.Where(entry => Names(entry.Key, code)).SelectMany(entry => entry.Value).Distinct();
        var chains = index.ChainsByMethod.Where(entry => Names(entry.Key, code)).SelectMany(entry => entry.Value).Distinct();
        return
        [
            .. Place.Describe(Place.GroupByOwnCode(threads)),
            .. chains.Take(Most).SelectMany(Chains.Describe),
        ];
    }

    /// <summary>Returns a type of exceptions that was thrown, or came out of an await, in the code of a service; null when none is known.</summary>
    public static string? FindException(Report report, string service)
    {
        var code = $"{ObjectNames.Short(service)}.";
        return report.Facts<ExceptionFacts>()?.Types.FirstOrDefault(type => type.ThrowSites.Any(site => Names(site.Name, code)))?.Type;
    }

    // The name must begin where a part of the full name begins: "Mail.StartAsync" is not in "BulkMail.StartAsync".
    private static bool Names(string full, string code)
    {
        for (var at = full.IndexOf(code, StringComparison.Ordinal); at >= 0; at = full.IndexOf(code, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || full[at - 1] is '.' or ' ' or '+')
            {
                return true;
            }
        }

        return false;
    }
}
