using System.Diagnostics.CodeAnalysis;
using System.IO.MemoryMappedFiles;
using System.IO.Pipelines;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml;
using GuruReports.Inspection;
using GuruReports.Inspection.Processes;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Pipeline;

/// <summary>
/// Loads the assemblies and makes the fixed tables of everything that a report is made with, while there are memory and
/// descriptors for them: an assembly needs a descriptor to be loaded, and a type whose static fields could not be made
/// once, because the heap was full, stays unusable for the life of the process.
/// </summary>
internal static class Preparation
{
    // The health check is part of no report: the service's own code brings its assemblies, where it asks for it.
    private const string NotOfReports = "HealthChecks";

    private static readonly string[] s_rooms = ["GuruReports.Hosting.Facts", "GuruReports.Hosting.Findings", "GuruReports.Hosting.Pipeline", "GuruReports.Hosting.Redaction", "GuruReports.Hosting.Sections", "GuruReports.Reporting"];

    // So many are not taken within the moment after a start; the runtime has raised its limit as far as it may.
    private const long Plenty = 16_384;

    private static int s_isLoaded;

    /// <summary>Loads the assemblies where descriptors are few. Never throws; called when the first host of the process starts, before the service's own code takes descriptors.</summary>
    /// <param name="files">Where the limit is read.</param>
    public static void LoadWhereFew(SystemFiles files)
    {
        if (!(DescriptorLimit(files) >= Plenty))
        {
            Load();
        }
    }

    /// <summary>Loads the assemblies, once. Never throws; called right after the start, on a thread that nobody waits for.</summary>
    public static void Load()
    {
        // Compiled ahead of time: nothing is left to be loaded.
        if (RuntimeFeature.IsDynamicCodeSupported && Interlocked.Exchange(ref s_isLoaded, 1) == 0)
        {
            Array.ForEach([typeof(Preparation).Assembly, typeof(Report).Assembly, typeof(ProcessInspector).Assembly], LoadReferences);

            // What lies behind those that are referred to; the tables would load it.
            GC.KeepAlive((Type[])[typeof(XmlReader), typeof(MemoryMappedFile), typeof(PipeReader)]);
        }
    }

    /// <summary>Makes the tables. Never throws; called once, right after the start, on a thread that nobody waits for.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "What was trimmed away needs no preparation.")]
    [UnconditionalSuppressMessage("Trimming", "IL2065", Justification = "What was trimmed away needs no preparation.")]
    public static void MakeTables()
    {
        if (!RuntimeFeature.IsDynamicCodeSupported)
        {
            return;
        }

        foreach (var type in (Type[])[.. typeof(Preparation).Assembly.GetTypes(), .. typeof(Report).Assembly.GetTypes()])
        {
            if (type is { TypeInitializer: not null, ContainsGenericParameters: false } && IsOfReports(type))
            {
                Initialize(type);
            }
        }
    }

    private static long? DescriptorLimit(SystemFiles files) =>
        ResourceLimit.Parse(files.ReadText(ResourceLimit.Path)).FirstOrDefault(static limit => limit.Name == ResourceLimit.OpenFiles) is { } limit ? limit.Soft ?? long.MaxValue : null;

    private static void LoadReferences(Assembly assembly)
    {
        foreach (var reference in References(assembly).Where(reference => reference.Name?.Contains(NotOfReports, StringComparison.Ordinal) != true))
        {
            // Policy: as below.
            try
            {
                _ = Assembly.Load(reference);
            }
            catch (Exception)
            {
                continue;
            }
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "What was trimmed away needs no preparation.")]
    private static AssemblyName[] References(Assembly assembly)
    {
        // Policy: as below.
        try
        {
            return assembly.GetReferencedAssemblies();
        }
        catch (Exception)
        {
            return [];
        }
    }

    private static bool IsOfReports(Type type) => Array.Exists(s_rooms, room => type.Namespace?.StartsWith(room, StringComparison.Ordinal) == true);

    [UnconditionalSuppressMessage("Trimming", "IL2059", Justification = "What was trimmed away needs no preparation.")]
    private static void Initialize(Type type)
    {
        // Policy: a type that cannot be prepared costs what needs it, and only then; the boundaries there say so.
        try
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }
        catch (Exception)
        {
            return;
        }
    }
}
