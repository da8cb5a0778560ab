namespace GuruReports.Hosting.Facts.Resources;

/// <summary>Pressure stall information of one resource: the share of time in which tasks waited for it, in percent.</summary>
/// <param name="Resource">The resource: <c>cpu</c>, <c>memory</c> or <c>io</c>.</param>
/// <param name="Scope">Whose pressure it is: <c>control group</c> or <c>machine</c>.</param>
/// <param name="Some10">At least one task waited, over the last 10 seconds.</param>
/// <param name="Some60">At least one task waited, over the last 60 seconds.</param>
/// <param name="Full10">All tasks waited, over the last 10 seconds; null where not told.</param>
/// <param name="Full60">All tasks waited, over the last 60 seconds; null where not told.</param>
internal sealed record PressureFacts(string Resource, string Scope, double Some10, double Some60, double? Full10, double? Full60);
