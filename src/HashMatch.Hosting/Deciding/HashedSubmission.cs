using HashMatch.Hosting.Pipeline;

namespace HashMatch.Hosting.Deciding;

/// <summary>A submission and what was made of it.</summary>
readonly record struct HashedSubmission(Submission Submission, HashedPicture Picture);
