using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml;
using GuruReports.Hosting.Redaction;
using GuruReports.Inspection;
using GuruReports.Inspection.Boundary;
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
    /// <summary>So many descriptors are enough to load the assemblies, and for what a report needs besides.</summary>
    public const int MostDescriptors = 64;

    private static readonly string[] s_rooms = ["GuruReports.Hosting.Facts", "GuruReports.Hosting.Findings", "GuruReports.Hosting.Pipeline", "GuruReports.Hosting.Redaction", "GuruReports.Hosting.Sections", "GuruReports.Reporting"];

    private static volatile bool s_isLoaded;

    /// <summary>Gets whether the assemblies are loaded.</summary>
    public static bool IsLoaded => s_isLoaded || !RuntimeFeature.IsDynamicCodeSupported;

    /// <summary>Loads the assemblies where descriptors are few. Never throws; called when the first host of the process starts, before the service's own code takes descriptors.</summary>
    /// <param name="options">The settings that reports will have.</param>
    public static void LoadWhereFew(GuruMeditationOptions options)
    {
        if (!DescriptorRoom.ArePlentyAllowed)
        {
            _ = TryLoad(options);
        }
    }

    /// <summary>Loads the assemblies, once. Never throws.</summary>
    /// <param name="options">The settings that reports will have.</param>
    /// <returns>Whether they are loaded; false where so few descriptors are left that it was not tried.</returns>
    public static bool TryLoad(GuruMeditationOptions options)
    {
        var isLoaded = ReferencedAssemblies.TryLoad(typeof(Preparation).Assembly, typeof(Report).Assembly, typeof(ProcessInspector).Assembly);
        if (isLoaded && options.Format is ReportFormat.Xml)
        {
            LoadXml();
        }

        s_isLoaded |= isLoaded;
        return isLoaded;
    }

    /// <summary>Loads the assemblies, makes the tables and checks which way of capturing works here. Never throws; called on a thread that nobody waits for.</summary>
    /// <param name="options">The settings that reports will have.</param>
    /// <returns>Whether the assemblies are loaded; where they are not, nothing else is done.</returns>
    public static bool Prepare(GuruMeditationOptions options)
    {
        if (!TryLoad(options))
        {
            return false;
        }

        ProcessInspector.Prepare();
        MakeTables();
        if (options.Redaction.KeyPatterns.Count + options.Redaction.ValuePatterns.Count > 0)
        {
            SecretRedactor.Prepare(options.Redaction);
        }

        return true;
    }

    private static void MakeTables()
    {
        if (RuntimeFeature.IsDynamicCodeSupported)
        {
            Array.ForEach([typeof(Preparation).Assembly, typeof(Report).Assembly], static assembly => Tables(assembly).ForEach(Initialize));
        }
    }

    // Not inlined: it would be loaded before it is known whether it is wanted.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LoadXml() => GC.KeepAlive(typeof(XmlWriter));

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
