using System.Runtime.CompilerServices;

namespace GuruReports.Inspection.CoreClr;

/// <summary>Which runtime executes this process.</summary>
internal static class RuntimeKind
{
    /// <summary>Why something is not there on NativeAOT, as the end of a sentence.</summary>
    public const string NativeWords = "this service is compiled ahead of time (NativeAOT)";

    /// <summary>
    /// Gets whether the process is compiled ahead of time as a whole. That no code can be made at run time does not tell: a project that is to
    /// be published so is denied it under CoreCLR too, whenever it is run from its build.
    /// </summary>
    public static bool IsNative => !RuntimeFeature.IsDynamicCodeSupported && typeof(object).Assembly.GetType().FullName != "System.Reflection.RuntimeAssembly";
}
