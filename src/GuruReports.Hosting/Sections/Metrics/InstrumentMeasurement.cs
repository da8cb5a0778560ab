namespace GuruReports.Hosting.Sections.Metrics;

/// <summary>One number that an instrument said.</summary>
/// <param name="Meter">The name of its meter.</param>
/// <param name="Name">The instrument's name with the tags: <c>queue.length {queue=orders}</c>.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit; null for none.</param>
internal sealed record InstrumentMeasurement(string Meter, string Name, double Value, string? Unit);
