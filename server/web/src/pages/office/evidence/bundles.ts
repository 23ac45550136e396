// SPDX-License-Identifier: GPL-3.0-or-later
// ZIP bundles among files that are chosen or dropped. Only a guess by name: the server goes by the content.

/** As for <input accept>. */
export const bundle_types = 'application/zip,.zip';

const media_types: readonly string[] = ['application/zip', 'application/x-zip-compressed'];

export const isBundle = ({ name, type }: { name: string; type: string }): boolean => media_types.includes(type) || /\.zip$/i.test(name);
