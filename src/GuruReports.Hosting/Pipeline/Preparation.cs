using System.Diagnostics.CodeAnalysis;
using System.IO.MemoryMappedFiles;
using System.IO.Pipelines;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Xml;
using GuruReports.Inspection;
using GuruReports.Inspection.Boundary;
using GuruReports.Inspection.Processes;
using GuruReports.Inspection.Threads.Linux;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Pipeline;

/// <summary>
/// Loads the assemblies and makes the fixed tables of everything that a report is made with, while there are memory and
/// descriptors for them: an assembly needs a descriptor to be loaded, and a type whose static fields could not be made
/// once, because the heap was full, stays unusable for the life of the process.
/// </summary>
internal static class Preparation
{
    private static readonly string[] s_rooms = ["GuruReports.Hosting.Facts", "GuruReports.Hosting.Findings", "GuruReports.Hosting.Pipeline", "GuruReports.Hosting.Redaction", "GuruReports.Hosting.Sections", "GuruReports.Reporting"];

    private static int s_isLoaded;

    /// <summary>Loads the assemblies where descriptors are few. Never throws; called when the first host of the process starts, before the service's own code takes descriptors.</summary>
    /// <param name="files">Where the limit is read.</param>
    /// <param name="format">The format that reports will have.</param>
    public static void LoadWhereFew(SystemFiles files, ReportFormat format)
    {
        if (!(DescriptorLimit(files) >= DescriptorRoom.Plenty))
        {
            Load(format);
        }
    }

    /// <summary>Loads the assemblies, once. Never throws; called right after the start, on a thread that nobody waits for.</summary>
    /// <param name="format">The format that reports will have.</param>
    public static void Load(ReportFormat format)
    {
        // Compiled ahead of time: nothing is left to be loaded.
        if (RuntimeFeature.IsDynamicCodeSupported && Interlocked.Exchange(ref s_isLoaded, 1) == 0)
        {
            Array.ForEach([typeof(Preparation).Assembly, typeof(Report).Assembly, typeof(ProcessInspector).Assembly], LoadReferences);

            // What lies behind those that are referred to; the tables would load it.
            GC.KeepAlive((Type[])[typeof(MemoryMappedFile), typeof(PipeReader), typeof(Vector), typeof(Vector128)]);
            if (format is ReportFormat.Xml)
            {
                LoadXml();
            }
        }
    }

    /// <summary>Makes the tables. Never throws; called once, right after the start, on a thread that nobody waits for.</summary>
    public static void MakeTables()
    {
        if (RuntimeFeature.IsDynamicCodeSupported)
        {
            Array.ForEach([typeof(Preparation).Assembly, typeof(Report).Assembly], static assembly => Tables(assembly).ForEach(Initialize));
        }
    }

    // Not inlined: it would be loaded before it is known whether it is wanted.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LoadXml() => GC.KeepAlive(typeof(XmlWriter));

    private static long? DescriptorLimit(SystemFiles files) =>
        ResourceLimit.Parse(files.ReadText(ResourceLimit.Path)).FirstOrDefault(static limit => limit.Name == ResourceLimit.OpenFiles) is { } limit ? limit.Soft ?? long.MaxValue : null;

    private static void LoadReferences(Assembly assembly)
    {
        foreach (var reference in References(assembly).Where(reference => !Array.Exists(OptionalTypes.Assemblies, name => reference.Name?.StartsWith(name, StringComparison.Ordinal) == true)))
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

    private static List<RuntimeTypeHandle> Tables(Assembly assembly)
    {
        // Policy: as below.
        try
        {
            return StaticTables.Of(assembly, s_rooms);
        }
        catch (Exception)
        {
            return [];
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2059", Justification = "What was trimmed away needs no preparation.")]
    private static void Initialize(RuntimeTypeHandle type)
    {
        // Policy: a type that cannot be prepared costs what needs it, and only then; the boundaries there say so.
        try
        {
            if (HeapRoom.IsEnough)
            {
                RuntimeHelpers.RunClassConstructor(type);
            }
        }
        catch (Exception)
        {
            return;
        }
    }
}
