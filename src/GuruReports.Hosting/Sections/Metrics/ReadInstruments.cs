namespace GuruReports.Hosting.Sections.Metrics;

/// <summary>What the observable instruments of the process said.</summary>
/// <param name="Measurements">The measurements, up to a limit.</param>
/// <param name="Others">How many more there were.</param>
/// <param name="Failed">How many instruments could not be read.</param>
internal sealed record ReadInstruments(IReadOnlyList<InstrumentMeasurement> Measurements, int Others, int Failed);
