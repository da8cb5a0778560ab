namespace Scenarios.Sick;

/// <summary>What the export writes; public because the serializer wants it so.</summary>
public sealed class XmlDocumentRow
{
    /// <summary>Gets or sets the number of the row.</summary>
    public int Number { get; set; }
}
