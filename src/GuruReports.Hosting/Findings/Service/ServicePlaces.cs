using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Service;

/// <summary>Finds where a hosted service stands: threads and asynchronous chains with its code.</summary>
internal static class ServicePlaces
{
    /// <summary>Returns the threads and chains with code of a service, or of one of its methods, on their stacks.</summary>
    public static ServicePlace Find(Report report, string service, string? method)
    {
        var index = StackIndex.Of(report);
        var type = ObjectNames.Short(service);
        var code = $"{type}.{method}";
        return new ServicePlace(
            [.. index.ByOwnMethod.Where(entry => Names(entry.Key, code)).SelectMany(static entry => entry.Value).Distinct<CapturedThread>(ReferenceEqualityComparer.Instance)],
            [.. index.ChainsByMethod.Where(entry => Names(entry.Key, code)).SelectMany(static entry => entry.Value).Distinct<AsyncChain>(ReferenceEqualityComparer.Instance)]);
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
