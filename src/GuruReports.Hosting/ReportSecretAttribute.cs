namespace GuruReports.Hosting;

/// <summary>Declares a property or field to be secret: reports show <c>***</c> for it, in sections and options, and mask its value wherever else it stands.</summary>
/// <remarks>
/// It holds for objects that a section returns, and for options that <see cref="IGuruMeditationBuilder.AddOptions{TOptions}"/> adds: their keys
/// are masked in the Configuration section too. It holds although <c>Redaction:Enabled</c> is false.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ReportSecretAttribute : Attribute
{
}
