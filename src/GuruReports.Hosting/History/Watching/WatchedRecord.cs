namespace GuruReports.Hosting.History.Watching;

/// <summary>The record and what is asked of each of its rows.</summary>
/// <param name="Recorder">The record.</param>
/// <param name="Rules">The rules that may ask for a report.</param>
internal sealed record WatchedRecord(HistoryRecorder Recorder, WatchRules Rules);
