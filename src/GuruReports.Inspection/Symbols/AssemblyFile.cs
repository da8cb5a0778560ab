using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace GuruReports.Inspection.Symbols;

/// <summary>Tells where an assembly lies.</summary>
internal static class AssemblyFile
{
    /// <summary>Returns the path; null for an assembly made at run time, loaded from memory or bundled into a single file.</summary>
    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "An empty path is what is asked for.")]
    public static string? PathOf(Assembly assembly) =>
        !assembly.IsDynamic && assembly.Location is { Length: > 0 } path ? path : null;
}
