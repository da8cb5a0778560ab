using System.Globalization;

namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>
/// Records what came of each fault. Where <c>GURU_FAULT_MATRIX</c> names a directory, each row becomes a file there,
/// from which build/fault-matrix.sh makes the table in docs/reliability.md.
/// </summary>
internal static class FaultMatrix
{
    private static readonly string? s_directory = Environment.GetEnvironmentVariable("GURU_FAULT_MATRIX");

    /// <summary>Records a row with its times.</summary>
    /// <param name="order">Where the row stands: a letter for the group, a number in it.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="came">What came.</param>
    /// <param name="report">The report's times.</param>
    public static void Record(string order, string fault, string came, AnsweredReport report) =>
        Record(order, fault, came, report.Started, report.Whole);

    /// <summary>Records a row.</summary>
    /// <param name="order">Where the row stands.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="came">What came.</param>
    /// <param name="started">The time until the first line; null where there is none.</param>
    /// <param name="whole">The time until the last line, or until what came was there; null where there is none.</param>
    public static void Record(string order, string fault, string came, TimeSpan? started = null, TimeSpan? whole = null)
    {
        if (!string.IsNullOrEmpty(s_directory))
        {
            Directory.CreateDirectory(s_directory);
            File.WriteAllText(
                Path.Combine(s_directory, order),
                $"| {order} | {fault} | {came} | {Format(started)} | {Format(whole)} |\n");
        }
    }

    /// <summary>Records what was promised and what it took.</summary>
    /// <param name="what">What was promised.</param>
    /// <param name="actual">The time it took.</param>
    /// <param name="promised">The time it may take.</param>
    public static void RecordPromise(string what, TimeSpan actual, TimeSpan promised)
    {
        if (!string.IsNullOrEmpty(s_directory))
        {
            Directory.CreateDirectory(s_directory);
            File.AppendAllText(
                Path.Combine(s_directory, "promises"),
                $"| {what} | {Format(promised)} | {Format(actual)} | {(actual <= promised ? "kept" : "**broken**")} |\n");
        }
    }

    private static string Format(TimeSpan? time) => time switch
    {
        null => "–",
        { TotalMilliseconds: < 10 } => string.Create(CultureInfo.InvariantCulture, $"{time.Value.TotalMilliseconds:F2} ms"),
        { TotalSeconds: < 10 } => string.Create(CultureInfo.InvariantCulture, $"{time.Value.TotalMilliseconds:F0} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.Value.TotalSeconds:F1} s"),
    };
}
