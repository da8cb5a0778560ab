namespace GuruReports.SnapshotReader.Runtime.Entries;

/// <summary>The exceptions with which tasks have ended.</summary>
internal static class FaultEntries
{
    public static readonly RuntimeField Contingent = new(TaskEntries.Task, "m_contingentProperties", FieldShape.Reference, Features.Faults);
    public static readonly RuntimeType Properties = new("System.Threading.Tasks.Task+ContingentProperties", Features.Faults);
    public static readonly RuntimeField Holder = new(Properties, "m_exceptionsHolder", FieldShape.Reference, Features.Faults);
    public static readonly RuntimeType ExceptionHolder = new("System.Threading.Tasks.TaskExceptionHolder", Features.Faults);
    public static readonly RuntimeField Exceptions = new(ExceptionHolder, "m_faultExceptions", FieldShape.Reference, Features.Faults);
    public static readonly RuntimeField IsHandled = new(ExceptionHolder, "m_isHandled", FieldShape.Bits8, Features.Faults);
    public static readonly RuntimeType DispatchInfo = new("System.Runtime.ExceptionServices.ExceptionDispatchInfo", Features.Faults);
    public static readonly RuntimeField Exception = new(DispatchInfo, "_exception", FieldShape.Reference, Features.Faults);

    public static IReadOnlyList<RuntimeEntry> All { get; } = [Contingent, Properties, Holder, ExceptionHolder, Exceptions, IsHandled, DispatchInfo, Exception];
}
