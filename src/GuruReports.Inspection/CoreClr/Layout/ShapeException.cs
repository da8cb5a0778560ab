namespace GuruReports.Inspection.CoreClr.Layout;

/// <summary>Says that something inside the runtime is not as this library knows it. Caught where the ways of capturing are chosen.</summary>
internal sealed class ShapeException(string message) : Exception(message);
