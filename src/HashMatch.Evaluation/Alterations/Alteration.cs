using HashMatch.Evaluation.Pixels;

namespace HashMatch.Evaluation.Alterations;

/// <summary>One way to make a copy that shows the same content.</summary>
/// <param name="Name">As records name it: lower case, parted by hyphens. Add, never rename.</param>
/// <param name="Family">What kind of change it is.</param>
/// <param name="Description">What is done, in a few words.</param>
/// <param name="Apply">
/// The copy, or null where the picture is too large for it; the source stays as it is. The number is the seed: equal
/// pictures and seeds give equal copies.
/// </param>
sealed record Alteration(string Name, AlterationFamily Family, string Description, Func<RgbPicture, ulong, RgbPicture?> Apply);
