using System.Globalization;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Findings;

/// <summary>Turns facts into the words of findings. Invariant culture; names are never cut.</summary>
internal static class Words
{
    private const int ShownThreads = 3;

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} %");

    /// <summary>Says a share of CPUs: <c>1.4</c>.</summary>
    public static string Share(double share) => share.ToString("0.0", CultureInfo.InvariantCulture);

    public static string Number(double number) => number.ToString(number is > -10 and < 10 ? "0.#" : "0", CultureInfo.InvariantCulture);

    public static string Thread(CapturedThread thread) => Thread(thread.ManagedThreadId, thread.Name, thread.OSThreadId);

    public static string Thread(int? managedId, string? name, long? osThreadId)
    {
        var number = managedId is { } id ? $"#{id}" : $"tid {osThreadId}";
        return string.IsNullOrEmpty(name) ? number : $"{number} \"{name}\"";
    }

    public static string Threads(IReadOnlyList<CapturedThread> threads) =>
        threads.Count == 1 ? Thread(threads[0]) : Some(threads, thread => Thread(thread.ManagedThreadId, null, thread.OSThreadId));

    public static string Some<T>(IReadOnlyList<T> items, Func<T, string> name, string separator = " ") =>
        items.Count <= ShownThreads + 1
            ? string.Join(separator, items.Select(name))
            : $"{string.Join(separator, items.Take(ShownThreads).Select(name))} … ({items.Count - ShownThreads} more)";

    public static string Frame(CapturedFrame? frame) =>
        frame is null ? "no code of the service" : $"{frame.Method}{Location(frame.File, frame.Line)}";

    public static string Frame(AsyncFrame frame) =>
        $"{(frame.Method.StartsWith("async ", StringComparison.Ordinal) ? "" : "async ")}{frame.Method}{Location(frame.File, frame.Line)}";

    public static string Frame(SnapshotFrame frame) => $"{frame.Method}{Location(frame.File, frame.Line)}";

    public static string Lock(LockReference reference) => Lock(reference.TypeName, reference.Address);

    public static string Lock(string typeName, ulong address) => ObjectNames.Of(typeName, address);

    /// <summary>Says for what work threads or chains are there, most frequent first.</summary>
    public static IEnumerable<string> Work(IEnumerable<WorkShare> shares, int most = 2) =>
        WorkWords.Together(shares).Take(most).Select(static share => "  for " + WorkWords.Of(share));

    private static string Location(string? file, int? line) => string.IsNullOrEmpty(file) ? "" : $" {SourceNames.Of(file, line)}";
}
