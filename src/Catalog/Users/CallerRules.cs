namespace Purbalingga.Catalog.Users;

/// <summary>Settings that decide what a caller's rights are made of.</summary>
/// <param name="Cascading">Value of <c>ckan.auth.roles_that_cascade_to_sub_groups</c>.</param>
/// <param name="Collaborators">Whether <c>ckan.auth.allow_dataset_collaborators</c> is on.</param>
internal readonly record struct CallerRules(string Cascading, bool Collaborators);
