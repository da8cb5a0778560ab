using System.Diagnostics.CodeAnalysis;
using System.IO.MemoryMappedFiles;
using System.IO.Pipelines;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Boundary;

/// <summary>
/// Loads what the library's assemblies refer to before work needs it, and only while there are descriptors for all of it: with none left
/// nothing can be loaded, and the runtime has failed while it threw the exception over that (0x80131506).
/// </summary>
internal static class ReferencedAssemblies
{
    // A loaded assembly keeps its file open twice.
    private const int DescriptorsEach = 2;

    // For what lies behind those that are referred to, and for what the service opens meanwhile.
    private const int Spare = 12;

    private static readonly Lock s_gate = new();
    private static readonly HashSet<Assembly> s_done = [];

    /// <summary>Loads what assemblies refer to, each once. Never throws; any thread. What the service does when an assembly is loaded runs on it.</summary>
    /// <param name="assemblies">The library's.</param>
    /// <returns>Whether it is loaded; false where so few descriptors are left that it was not tried.</returns>
    public static bool TryLoad(params ReadOnlySpan<Assembly> assemblies) => TryLoad(DescriptorRoom.Has, assemblies);

    /// <summary>As above.</summary>
    /// <param name="hasRoom">Tells whether so many descriptors can be had.</param>
    /// <param name="assemblies">The library's.</param>
    internal static bool TryLoad(Func<int, bool> hasRoom, params ReadOnlySpan<Assembly> assemblies)
    {
        // Compiled ahead of time: nothing is left to be loaded.
        if (!RuntimeFeature.IsDynamicCodeSupported)
        {
            return true;
        }

        lock (s_gate)
        {
            foreach (var assembly in assemblies)
            {
                if (!s_done.Contains(assembly) && !TryLoad(Missing(assembly), hasRoom))
                {
                    return false;
                }

                s_done.Add(assembly);
            }
        }

        return true;
    }

    private static bool TryLoad(List<AssemblyName> missing, Func<int, bool> hasRoom)
    {
        if (!hasRoom((missing.Count * DescriptorsEach) + Spare))
        {
            return false;
        }

        missing.ForEach(Load);
        LoadBehind();
        return true;
    }

    private static void Load(AssemblyName name)
    {
        // Policy: what cannot be loaded now costs what needs it, and only then; the boundaries there say so.
        try
        {
            _ = Assembly.Load(name);
        }
        catch (Exception)
        {
            return;
        }
    }

    // Not inlined: it would be loaded before it is known whether it is wanted.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LoadBehind() => GC.KeepAlive((Type[])[typeof(MemoryMappedFile), typeof(PipeReader), typeof(Vector), typeof(Vector128)]);

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "What was trimmed away needs no preparation.")]
    private static List<AssemblyName> Missing(Assembly assembly)
    {
        // Policy: as above.
        try
        {
            var loaded = AppDomain.CurrentDomain.GetAssemblies().Select(static other => other.GetName().Name).ToHashSet(StringComparer.Ordinal);
            return [.. assembly.GetReferencedAssemblies().Where(reference => reference.Name is { } name && !loaded.Contains(name) && !IsOptional(name))];
        }
        catch (Exception)
        {
            return [];
        }
    }

    private static bool IsOptional(string name) => Array.Exists(OptionalTypes.Assemblies, optional => name.StartsWith(optional, StringComparison.Ordinal));
}
