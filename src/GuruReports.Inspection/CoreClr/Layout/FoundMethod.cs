using System.Reflection;

namespace GuruReports.Inspection.CoreClr.Layout;

/// <summary>What was found for an address.</summary>
/// <param name="Range">The kind of code.</param>
/// <param name="Handle">The runtime's descriptor of a permanent method; 0 when there is none that stays.</param>
/// <param name="Method">The method; null when it could not be resolved safely.</param>
/// <param name="DynamicName">The name of a dynamic method.</param>
internal readonly record struct FoundMethod(CodeRangeKind Range, ulong Handle, MethodBase? Method, string? DynamicName);
