namespace GuruReports.Hosting.Triggers;

/// <summary>What arming a signal came to.</summary>
/// <param name="Number">The signal's number; 0 for none.</param>
/// <param name="Name">The signal's name, or why there is none.</param>
/// <param name="Mode">How the signal is armed.</param>
/// <param name="Text">The same in one sentence, for the log.</param>
internal sealed record SignalState(int Number, string Name, SignalMode Mode, string Text);
