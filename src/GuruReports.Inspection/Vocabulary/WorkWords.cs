using System.Globalization;

namespace GuruReports.Inspection.Vocabulary;

/// <summary>Says work in words. Pure.</summary>
internal static class WorkWords
{
    /// <summary>What one piece of work of a kind is called.</summary>
    public static string Noun(WorkKind kind) => kind switch
    {
        WorkKind.Request => "request",
        WorkKind.Call => "gRPC call",
        WorkKind.Invocation => "hub invocation",
        WorkKind.Activity => "activity",
        WorkKind.Timer => "timer callback",
        WorkKind.Item => "work item",
        WorkKind.Service => "background service",
        WorkKind.Stream => "gRPC stream",
        _ => "open connection",
    };

    /// <summary><c>GET /orders/{id}, 12.3 s, trace 4bf9…</c>; with its count and the oldest's age where there are several.</summary>
    public static string Of(WorkShare share)
    {
        var name = share.Kind is WorkKind.Request ? share.Name : $"{Noun(share.Kind)} {share.Name}";
        var count = share.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"{share.Count} × ");
        var age = share.OldestMilliseconds is { } milliseconds ? $", {(share.Count == 1 ? "" : "oldest ")}{Age(milliseconds)}" : "";
        var trace = share.TraceId is { } id ? ", trace " + id : "";
        return count + name + age + trace;
    }

    /// <summary>An age as people say it.</summary>
    public static string Age(long milliseconds) => Measures.Duration(TimeSpan.FromMilliseconds(milliseconds));

    /// <summary>The work of several threads by name, most frequent first.</summary>
    public static IReadOnlyList<WorkShare> Together(IEnumerable<WorkShare> shares) =>
    [
        .. shares.GroupBy(static share => new { share.Kind, share.Name, share.Handler })
            .Select(static group => group.MaxBy(static share => share.OldestMilliseconds ?? -1)! with { Count = group.Sum(static share => share.Count) })
            .OrderByDescending(static share => share.Count).ThenBy(static share => share.Name, StringComparer.Ordinal),
    ];
}
