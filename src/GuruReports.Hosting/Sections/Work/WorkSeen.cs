namespace GuruReports.Hosting.Sections.Work;

/// <summary>How many pieces of equal work stood at the same place in each report of a time.</summary>
/// <param name="Count">How many at least.</param>
/// <param name="Age">How long ago the first of these reports was made.</param>
internal sealed record WorkSeen(int Count, TimeSpan Age);
