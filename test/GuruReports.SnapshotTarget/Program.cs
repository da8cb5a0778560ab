using System.Globalization;
using GuruReports.Inspection;

// Takes a snapshot of itself and says what came of it.
var capture = ProcessInspector.TakeSnapshot();
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{(capture.IsAvailable ? "read" : capture.UnavailableReason)}; paused {capture.Paused.TotalMilliseconds:F2} ms, total {capture.Duration.TotalMilliseconds:F0} ms, attempts {capture.Attempts}, threads {capture.Result?.Threads.Count}"));
