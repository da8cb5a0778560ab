using GuruReports.Inspection.Threads;

namespace GuruReports.Inspection.Symbols;

/// <summary>A method's name as a person reads it.</summary>
/// <param name="Type">The type that the source names, with namespace.</param>
/// <param name="Name">The method's name in the source.</param>
/// <param name="Full">Type, name, generic arguments and parameters.</param>
/// <param name="Kind">What the source shows the method to be.</param>
internal sealed record MethodName(string? Type, string Name, string Full, FrameKind Kind);
