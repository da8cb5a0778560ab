namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>A test that needs a processor quota; skipped, with the reason, where none can be set.</summary>
public sealed class ProcessorQuotaFactAttribute : FactAttribute
{
    public ProcessorQuotaFactAttribute() => Skip = ProcessorQuota.WhyNot();
}
