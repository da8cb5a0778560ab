namespace GuruReports.Hosting.History.Onsets;

/// <summary>The moment from which a measure was no longer as before.</summary>
/// <param name="Row">The first row of what is now.</param>
/// <param name="Before">The mean before it.</param>
/// <param name="Now">The level at the end of the record.</param>
/// <param name="IsGrowing">Whether the measure still moves away from where it was; else it stays at its new level.</param>
internal readonly record struct Onset(int Row, double Before, double Now, bool IsGrowing);
