namespace GuruReports.SnapshotReader.KnownTypes;

/// <summary>A type of which single facts are read; the paths to them stand beside the row.</summary>
/// <param name="part">The part of the result that they belong to.</param>
/// <param name="lack">What is lacking without the type.</param>
/// <param name="isKept">Whether the walk keeps the objects.</param>
internal sealed class KnownFacts(string part, string lack, bool isKept = false) : KnownType
{
    public override string Part => part;

    public override string Lack => lack;

    public override bool IsKept => isKept;
}
